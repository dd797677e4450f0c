package io.countersign.store;

import io.countersign.project.ProjectId;

/**
 * The two counters that stand for all rules and members: read before those, and checked in the
 * transaction of every command that rests on them.
 */
public record Counters(ProjectId project, long rules, long directory) {}
