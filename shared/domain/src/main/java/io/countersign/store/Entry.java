package io.countersign.store;

import io.countersign.directory.ActorId;
import io.countersign.directory.Binding;
import io.countersign.directory.Group;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.journal.Deed;
import io.countersign.journal.Tip;
import io.countersign.policy.Policy;
import io.countersign.project.Channel;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One governed thing to be written; {@code version} of what is written is the one to come. */
public sealed interface Entry {
  /** The project whose rules it belongs to, or null when it belongs to the directory. */
  @Nullable ProjectId project();

  /** Whether it is one of a project's own rules, so that the project's counter stands for it. */
  default boolean ofProject() {
    ProjectId project = project();
    return project != null && !project.equals(ProjectId.ORGANISATION);
  }

  /**
   * Whether it counts for every project, or what changes everywhere rests on it, so that the
   * directory's counter stands for it.
   */
  default boolean everywhere() {
    return switch (this) {
      case OfPerson _, OfMachine _, OfGroup _, OfFirstAdmin _ -> true;
      case OfBinding _, RemovalOfBinding _, OfRole _, OfPolicy _, RemovalOfPolicy _ -> true;
      // A new project is in no counter of its own as yet.
      case OfProject of -> of.entry().version() == 1 || !ofProject();
      case OfEnvironment _, OfDestination _, OfChannel _ -> !ofProject();
      case EndOfSetup end -> end.entry().everywhere();
      case Told _ -> false;
    };
  }

  /**
   * A person.
   *
   * @param before as read, or null for a new one
   */
  record OfPerson(@Nullable Person before, Person after) implements Entry {
    @Override
    public @Nullable ProjectId project() {
      return null;
    }
  }

  /**
   * A machine.
   *
   * @param before as read, or null for a new one
   */
  record OfMachine(@Nullable Machine before, Machine after) implements Entry {
    @Override
    public @Nullable ProjectId project() {
      return null;
    }
  }

  /**
   * A group.
   *
   * @param moved the people whose membership changes, as they are to be
   */
  record OfGroup(Group group, List<Person> moved) implements Entry {
    @Override
    public @Nullable ProjectId project() {
      return null;
    }
  }

  /**
   * The first admin, with the role in the whole organisation, and the first deed of its journal.
   */
  record OfFirstAdmin(Person admin, Binding binding, Instant at) implements Entry {
    @Override
    public @Nullable ProjectId project() {
      return null;
    }
  }

  /** The entry with which the first admin's time alone ends, as it is then. */
  record EndOfSetup(Entry entry, Setup setup) implements Entry {
    @Override
    public @Nullable ProjectId project() {
      return entry.project();
    }
  }

  /**
   * What a journal is told of the entries that are written with it; it is no rule itself.
   *
   * @param project whose journal it is
   * @param after where that ended when it was read
   * @param deeds in order
   */
  record Told(ProjectId project, Tip after, List<Deed> deeds, Instant at) implements Entry {
    @Override
    public boolean ofProject() {
      return false;
    }
  }

  /** A project's settings. */
  record OfProject(Project entry) implements Entry {
    @Override
    public ProjectId project() {
      return entry.id();
    }
  }

  /**
   * An environment.
   *
   * @param prefixes the registry with its prefix claimed, or null where another entry of the same
   *     transaction has it
   */
  record OfEnvironment(ProjectId project, Environment entry, @Nullable Prefixes prefixes)
      implements Entry {}

  record OfBinding(ProjectId project, Binding entry) implements Entry {}

  /** The end of a binding that has this version. */
  record RemovalOfBinding(ProjectId project, Binding entry) implements Entry {}

  /** A role of a project's own. */
  record OfRole(ProjectId project, Role entry) implements Entry {}

  /**
   * A destination.
   *
   * @param prefixes the registry with its prefix claimed, or null where another entry of the same
   *     transaction has it
   */
  record OfDestination(ProjectId project, Destination entry, @Nullable Prefixes prefixes)
      implements Entry {}

  record OfChannel(ProjectId project, Channel entry) implements Entry {}

  /**
   * A policy.
   *
   * @param mark who writes it and when, for its history
   */
  record OfPolicy(ProjectId project, Policy entry, @Nullable Mark mark) implements Entry {
    public OfPolicy(ProjectId project, Policy entry) {
      this(project, entry, null);
    }
  }

  /**
   * The end of a policy that has this version.
   *
   * @param mark who removes it and when, for its history
   */
  record RemovalOfPolicy(ProjectId project, Policy entry, @Nullable Mark mark) implements Entry {
    public RemovalOfPolicy(ProjectId project, Policy entry) {
      this(project, entry, null);
    }
  }

  /** Who did it and when. */
  record Mark(ActorId by, Instant at) {}
}
