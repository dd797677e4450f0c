package io.countersign.rule;

import io.countersign.directory.ActorId;
import io.countersign.directory.Binding;
import io.countersign.directory.Directory;
import io.countersign.directory.Group;
import io.countersign.directory.Holder;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.directory.Subject;
import io.countersign.policy.Policy;
import io.countersign.project.Channel;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One governed thing, as it was when the edit was written, and as it is to be. What is to be has
 * the version after the one before; whatever else is there when it is applied is a conflict.
 */
public sealed interface Edit {
  /** The project whose rules it belongs to, or null when it belongs to the directory. */
  @Nullable ProjectId project();

  /** What it is about. */
  Thing thing();

  /** As it was, or null where there was none. */
  @Nullable Record before();

  /** As it is to be, or null where it is to go. */
  @Nullable Record after();

  /** Whether the organisation has a say in it: it holds, or claims something, in every project. */
  default boolean ofOrganisation() {
    ProjectId project = project();
    return project == null || project.equals(ProjectId.ORGANISATION);
  }

  /** Whether the project has a say in it. */
  default boolean ofProject() {
    ProjectId project = project();
    return project != null && !project.equals(ProjectId.ORGANISATION);
  }

  /** Whether it only takes from somebody what they may do; that needs nobody's agreement. */
  default boolean deactivates() {
    return false;
  }

  /** Whom it makes sign in as what; null where it is about nobody who does. */
  default @Nullable SignIn signIn() {
    return null;
  }

  /**
   * By which subject somebody signs in.
   *
   * @param before as it was, or null
   * @param after as it is to be, or null
   */
  record SignIn(ActorId of, @Nullable Subject before, @Nullable Subject after) {
    /** Whether it gives them a subject that is another's there. */
    boolean taken(Directory directory) {
      return after != null
          && !after.equals(before)
          && Stream.<ActorId>concat(
                  directory.people().keySet().stream(), directory.machines().keySet().stream())
              .anyMatch(each -> !each.equals(of) && directory.binds(after, each));
    }
  }

  private static Thing.Deed deed(@Nullable Record before, @Nullable Record after) {
    if (before == null) {
      return Thing.Deed.ADD;
    }
    return after == null ? Thing.Deed.REMOVE : Thing.Deed.CHANGE;
  }

  /** A person. */
  record OfPerson(@Nullable Person before, Person after) implements Edit {
    @Override
    public @Nullable ProjectId project() {
      return null;
    }

    @Override
    public Thing thing() {
      return new Thing(
          Thing.Sort.PERSON, null, after.id().value(), after.name(), deed(before, after));
    }

    @Override
    public SignIn signIn() {
      return new SignIn(after.id(), before == null ? null : before.subject(), after.subject());
    }

    @Override
    public boolean deactivates() {
      return before != null
          && after.equals(
              new Person(
                  before.id(),
                  before.name(),
                  before.email(),
                  false,
                  before.subject(),
                  before.groups(),
                  after.version()));
    }
  }

  /** A machine. */
  record OfMachine(@Nullable Machine before, Machine after) implements Edit {
    @Override
    public @Nullable ProjectId project() {
      return null;
    }

    @Override
    public Thing thing() {
      return new Thing(
          Thing.Sort.MACHINE, null, after.id().slug(), after.name(), deed(before, after));
    }

    @Override
    public SignIn signIn() {
      return new SignIn(after.id(), before == null ? null : before.subject(), after.subject());
    }

    @Override
    public boolean deactivates() {
      return before != null
          && after.equals(
              new Machine(
                  before.id(),
                  before.name(),
                  false,
                  before.subject(),
                  before.owners(),
                  before.ceased(),
                  after.version()));
    }
  }

  /** A group with who is in it. */
  record OfGroup(@Nullable Members before, Members after) implements Edit {
    /** Who is in a group. */
    public record Members(Group group, SortedSet<PersonId> people) {}

    @Override
    public @Nullable ProjectId project() {
      return null;
    }

    @Override
    public Thing thing() {
      Group group = after.group();
      return new Thing(
          Thing.Sort.GROUP, null, group.id().value(), group.name(), deed(before, after));
    }
  }

  /** A project's own settings; the organisation decides whether there is a new one. */
  record OfProject(@Nullable Project before, Project after) implements Edit {
    @Override
    public ProjectId project() {
      return after.id();
    }

    @Override
    public boolean ofOrganisation() {
      return before == null || Edit.super.ofOrganisation();
    }

    @Override
    public boolean ofProject() {
      return before != null && Edit.super.ofProject();
    }

    @Override
    public Thing thing() {
      return new Thing(
          Thing.Sort.PROJECT, after.id(), after.id().value(), after.name(), deed(before, after));
    }
  }

  /** An environment; the organisation has a say in whose a prefix becomes. */
  record OfEnvironment(ProjectId project, @Nullable Environment before, Environment after)
      implements Edit {
    @Override
    public boolean ofOrganisation() {
      return before == null;
    }

    @Override
    public Thing thing() {
      return new Thing(
          Thing.Sort.ENVIRONMENT,
          project,
          after.id().value(),
          after.id().value(),
          deed(before, after));
    }
  }

  /** Who has a role. */
  record OfBinding(ProjectId project, @Nullable Binding before, @Nullable Binding after)
      implements Edit {
    public OfBinding {
      if (before == null && after == null) {
        throw new IllegalArgumentException("of nothing");
      }
    }

    /** The binding, as it is to be or as it was. */
    Binding either() {
      return Objects.requireNonNull(after == null ? before : after, "checked");
    }

    @Override
    public Thing thing() {
      Binding binding = either();
      String holder =
          switch (binding.holder()) {
            case Holder.OnePerson(var id) -> id.value();
            case Holder.OneMachine(var id) -> id.value();
            case Holder.OneGroup(var id) -> "group " + id.value();
          };
      return new Thing(
          Thing.Sort.BINDING,
          project,
          binding.id().value(),
          holder + " as " + binding.role().id(),
          deed(before, after));
    }
  }

  /** A role of a project's own. */
  record OfRole(ProjectId project, @Nullable Role before, Role after) implements Edit {
    @Override
    public Thing thing() {
      return new Thing(
          Thing.Sort.ROLE, project, after.id().value(), after.id().value(), deed(before, after));
    }
  }

  /** A destination. */
  record OfDestination(ProjectId project, @Nullable Destination before, Destination after)
      implements Edit {
    @Override
    public Thing thing() {
      return new Thing(
          Thing.Sort.DESTINATION,
          project,
          after.id().value(),
          after.id().value(),
          deed(before, after));
    }
  }

  /** A channel, without its credential. */
  record OfChannel(ProjectId project, @Nullable Channel before, Channel after) implements Edit {
    @Override
    public Thing thing() {
      return new Thing(
          Thing.Sort.CHANNEL, project, after.id().value(), after.id().value(), deed(before, after));
    }
  }

  /** A policy of any kind, those of governance included. */
  record OfPolicy(ProjectId project, @Nullable Policy before, @Nullable Policy after)
      implements Edit {
    public OfPolicy {
      if (before == null && after == null) {
        throw new IllegalArgumentException("of nothing");
      }
    }

    /** The policy, as it is to be or as it was. */
    Policy either() {
      return Objects.requireNonNull(after == null ? before : after, "checked");
    }

    @Override
    public Thing thing() {
      Policy policy = either();
      return new Thing(
          Thing.Sort.POLICY, project, policy.id().value(), policy.name(), deed(before, after));
    }
  }
}
