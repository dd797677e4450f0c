package io.countersign.store;

import io.countersign.directory.Binding;
import io.countersign.directory.Join;
import io.countersign.directory.Setup;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.PolicyVersion;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People, machines, groups, projects and all rules: each write is one transaction that bumps a
 * counter. Who asks to join bumps none.
 */
public interface Registry {
  /**
   * Writes entries, all or none.
   *
   * @param counters as read before what the decision rests on; those that the entries belong to are
   *     bumped, and the directory's is checked in any case: it stands for who may write
   * @return false when a counter or an entry is not as read any more
   */
  boolean write(List<Entry> entries, Counters counters);

  /** Writes a single entry. */
  default boolean write(Entry entry, Counters counters) {
    return write(List.of(entry), counters);
  }

  /** A policy as it was first written, or null when there never was one; ids are not used again. */
  @Nullable Policy first(ProjectId project, PolicyId policy);

  /** All that was ever written of a policy, in order; empty when there never was one. */
  List<PolicyVersion> history(ProjectId project, PolicyId policy);

  /** The prefixes of all environments. */
  Prefixes prefixes();

  /** All projects, by id. */
  List<Project> projects();

  /**
   * Keeps that somebody asks to join, in place of what the same subject asked before; binding the
   * subject to a person or machine ends it.
   *
   * @return false when the subject is bound, or others write the same just now
   */
  boolean ask(Join join);

  /** Who asks to join and has still time, by when they asked. */
  List<Join> joins(Instant now);

  /** How the organisation was set up, or null while there is no admin yet. */
  @Nullable Setup setup();

  /** The bindings that hold in every project. */
  List<Binding> organisation();
}
