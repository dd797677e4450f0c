package io.countersign.directory;

/** A named set of people; the membership itself lives with each member. */
public record Group(GroupId id, String name, long version) {}
