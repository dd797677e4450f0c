package io.countersign.project;

/** A project: environments, policies and bindings that belong together. */
public record Project(ProjectId id, String name, Governance governance, long version) {}
