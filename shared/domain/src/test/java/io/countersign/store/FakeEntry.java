package io.countersign.store;

import io.countersign.directory.Actor;
import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Group;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.directory.Subject;
import io.countersign.journal.Deed;
import io.countersign.journal.Tip;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyVersion;
import io.countersign.project.Channel;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The transaction of an entry: its counter is bumped, and everything it replaces is as read. */
final class FakeEntry {
  private final List<FakeTable.Action> actions = new ArrayList<>();

  private FakeEntry() {}

  /** The whole transaction of entries. */
  static List<FakeTable.Action> of(List<Entry> entries, Counters counters) {
    FakeEntry all = new FakeEntry();
    if (entries.stream().anyMatch(Entry::ofProject)) {
      all.bump(FakeKeys.project(counters.project()), counters.rules());
    }
    if (entries.stream().anyMatch(Entry::everywhere)) {
      all.bump(FakeKeys.DIRECTORY, counters.directory());
    } else {
      all.actions.add(
          new FakeTable.Action.Check(
              FakeKeys.DIRECTORY + FakeKeys.COUNTER, FakeKeys.counted(counters.directory())));
    }
    entries.forEach(all::add);
    return all.actions;
  }

  /** What an entry is in a transaction, without the counters. */
  static List<FakeTable.Action> of(Entry entry) {
    FakeEntry one = new FakeEntry();
    one.add(entry);
    return one.actions;
  }

  private void add(Entry entry) {
    switch (entry) {
      case Entry.OfPerson(Person before, Person after) -> person(before, after);
      case Entry.OfMachine(Machine before, Machine after) -> machine(before, after);
      case Entry.OfGroup(Group group, List<Person> moved) -> {
        String key = FakeKeys.DIRECTORY + "GROUP#" + group.id();
        version(key, group, group.version(), Group.class, Group::version);
        moved.forEach(each -> person(each, each));
      }
      case Entry.EndOfSetup end -> {
        add(end.entry());
        actions.add(
            new FakeTable.Action.Put(
                FakeKeys.BOOTSTRAP,
                found -> found instanceof Setup before && before.end() == null,
                end.setup()));
      }
      case Entry.Told(ProjectId of, Tip after, List<Deed> deeds, Instant at) ->
          actions.addAll(FakeJournal.actions(of, after, deeds, at));
      case Entry.OfFirstAdmin(Person admin, Binding binding, Instant at) -> {
        person(null, admin);
        actions.add(FakeKeys.create(FakeKeys.BOOTSTRAP, Setup.begun(admin.id(), at)));
        actions.addAll(
            FakeJournal.actions(
                ProjectId.ORGANISATION, Tip.NONE, List.of(new Deed.SetupBegun(admin.id())), at));
        binding(ProjectId.ORGANISATION, binding);
      }
      case Entry.OfProject(Project of) ->
          version(
              FakeKeys.project(of.id()) + "PROJECT",
              of,
              of.version(),
              Project.class,
              Project::version);
      case Entry.OfEnvironment(ProjectId of, Environment environment, Prefixes prefixes) -> {
        version(
            FakeKeys.project(of) + "ENV#" + environment.id(),
            environment,
            environment.version(),
            Environment.class,
            Environment::version);
        prefixes(prefixes);
      }
      case Entry.OfBinding(ProjectId of, Binding binding) -> binding(of, binding);
      case Entry.RemovalOfBinding removal -> {
        Binding binding = removal.entry();
        remove(
            binding(removal.project(), binding.id()),
            found -> found instanceof Binding old && old.version() == binding.version());
      }
      case Entry.OfRole(ProjectId of, Role role) ->
          version(
              FakeKeys.project(of) + "ROLE#" + role.id(),
              role,
              role.version(),
              Role.class,
              Role::version);
      case Entry.OfDestination(ProjectId of, Destination destination, Prefixes prefixes) -> {
        version(
            FakeKeys.project(of) + "DESTINATION#" + destination.id(),
            destination,
            destination.version(),
            Destination.class,
            Destination::version);
        prefixes(prefixes);
      }
      case Entry.OfChannel(ProjectId of, Channel channel) ->
          version(
              FakeKeys.project(of) + "CHANNEL#" + channel.id(),
              channel,
              channel.version(),
              Channel.class,
              Channel::version);
      case Entry.OfPolicy(ProjectId of, Policy policy, Entry.Mark mark) -> {
        version(policy(of, policy), policy, policy.version(), Policy.class, Policy::version);
        history(of, policy, PolicyVersion.Kind.WRITTEN, mark);
      }
      case Entry.RemovalOfPolicy(ProjectId of, Policy policy, Entry.Mark mark) -> {
        remove(
            policy(of, policy),
            found -> found instanceof Policy old && old.version() == policy.version());
        history(of, policy, PolicyVersion.Kind.REMOVED, mark);
      }
    }
  }

  private void prefixes(@Nullable Prefixes prefixes) {
    if (prefixes != null) {
      version(FakeKeys.PREFIXES, prefixes, prefixes.version(), Prefixes.class, Prefixes::version);
    }
  }

  private void person(@Nullable Person before, Person after) {
    String key = FakeKeys.DIRECTORY + "PERSON#" + after.id();
    version(key, after, after.version(), Person.class, Person::version);
    bound(Actor.of(after), before == null ? null : before.subject(), after.subject());
  }

  private void machine(@Nullable Machine before, Machine after) {
    String key = FakeKeys.DIRECTORY + "MACHINE#" + after.id();
    version(key, after, after.version(), Machine.class, Machine::version);
    bound(Actor.of(after), before == null ? null : before.subject(), after.subject());
  }

  private void bound(Actor actor, @Nullable Subject old, @Nullable Subject now) {
    Predicate<@Nullable Object> own =
        found -> found instanceof Actor bound && bound.id().equals(actor.id());
    if (old != null && !old.equals(now)) {
      actions.add(new FakeTable.Action.Delete(FakeKeys.subject(old), own));
    }
    if (now != null && !now.equals(old)) {
      actions.add(new FakeTable.Action.Delete(FakeKeys.join(now), _ -> true));
    }
    if (now != null) {
      actions.add(
          new FakeTable.Action.Put(
              FakeKeys.subject(now), found -> found == null || own.test(found), actor));
    }
  }

  private void binding(ProjectId project, Binding binding) {
    version(
        binding(project, binding.id()),
        binding,
        binding.version(),
        Binding.class,
        Binding::version);
  }

  private static String binding(ProjectId project, BindingId id) {
    return FakeKeys.project(project) + "BINDING#" + id;
  }

  private void remove(String key, Predicate<@Nullable Object> asRead) {
    actions.add(new FakeTable.Action.Delete(key, asRead));
  }

  private static String policy(ProjectId project, Policy policy) {
    return FakeKeys.project(project) + "POLICY#" + policy.id();
  }

  private void history(
      ProjectId project, Policy policy, PolicyVersion.Kind kind, Entry.@Nullable Mark mark) {
    String key = FakeKeys.history(project, policy.id()) + "%06d".formatted(policy.version()) + kind;
    actions.add(
        FakeKeys.create(
            key,
            new PolicyVersion(
                policy, kind, mark == null ? null : mark.by(), mark == null ? null : mark.at())));
  }

  private void bump(String owner, long counter) {
    actions.add(
        new FakeTable.Action.Put(owner + FakeKeys.COUNTER, FakeKeys.counted(counter), counter + 1));
  }

  private <T> void version(
      String key, Object item, long version, Class<T> type, ToLongFunction<T> of) {
    Predicate<@Nullable Object> asRead =
        found ->
            found == null
                ? version == 1
                : type.isInstance(found) && of.applyAsLong(type.cast(found)) == version - 1;
    actions.add(new FakeTable.Action.Put(key, asRead, item));
  }
}
