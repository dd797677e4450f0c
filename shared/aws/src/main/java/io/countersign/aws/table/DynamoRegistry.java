package io.countersign.aws.table;

import io.countersign.directory.ActorId;
import io.countersign.directory.Binding;
import io.countersign.directory.Group;
import io.countersign.directory.Join;
import io.countersign.directory.Machine;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.journal.Deed;
import io.countersign.journal.Tip;
import io.countersign.json.Json;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.PolicyVersion;
import io.countersign.project.Channel;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.store.Registry;
import io.countersign.wire.ChannelJson;
import io.countersign.wire.DestinationJson;
import io.countersign.wire.DirectoryJson;
import io.countersign.wire.PolicyJson;
import io.countersign.wire.ProjectJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** People, machines, groups, projects and rules in DynamoDB. */
public final class DynamoRegistry implements Registry {
  private static final String WRITTEN = "V#";
  private static final String REMOVED = "REMOVED#";

  private final Table table;

  public DynamoRegistry(Table table) {
    this.table = table;
  }

  @Override
  public boolean write(List<Entry> entries, Counters counters) {
    Writes writes = new Writes(table);
    if (entries.stream().anyMatch(Entry::ofProject)) {
      writes.bump(Keys.project(counters.project()), counters.rules());
    }
    if (entries.stream().anyMatch(Entry::everywhere)) {
      writes.bump(Keys.DIRECTORY, counters.directory());
    } else {
      writes.unchanged(Keys.DIRECTORY, counters.directory());
    }
    entries.forEach(each -> add(each, writes));
    return writes.commit();
  }

  /** What an entry is in a transaction, without the counters. */
  static void add(Entry entry, Writes writes) {
    switch (entry) {
      case Entry.OfPerson(Person before, Person after) -> person(writes, before, after);
      case Entry.OfMachine(Machine before, Machine after) -> machine(writes, before, after);
      case Entry.OfGroup(Group group, List<Person> moved) -> {
        writes.version(
            Item.of(Keys.DIRECTORY, RulesOf.GROUP + group.id()).data(DirectoryJson.write(group)),
            group.version());
        moved.forEach(each -> person(writes, each, each));
      }
      case Entry.EndOfSetup end -> {
        add(end.entry(), writes);
        writes.version(setup(end.setup()), 2);
      }
      case Entry.Told(ProjectId of, Tip after, List<Deed> deeds, Instant at) ->
          DynamoJournal.add(writes, of, after, deeds, at);
      case Entry.OfFirstAdmin(Person admin, Binding binding, Instant at) -> {
        person(writes, null, admin);
        writes.version(setup(Setup.begun(admin.id(), at)), 1);
        DynamoJournal.add(
            writes, ProjectId.ORGANISATION, Tip.NONE, List.of(new Deed.SetupBegun(admin.id())), at);
        rule(
            writes,
            ProjectId.ORGANISATION,
            RulesOf.BINDING + binding.id(),
            ProjectJson.write(binding),
            binding.version());
      }
      case Entry.OfProject(Project of) -> writes.version(listed(of), of.version());
      case Entry.OfEnvironment(ProjectId of, Environment environment, Prefixes prefixes) -> {
        rule(
            writes,
            of,
            RulesOf.ENVIRONMENT + environment.id(),
            ProjectJson.write(environment),
            environment.version());
        prefixes(writes, prefixes);
      }
      case Entry.OfBinding(ProjectId of, Binding binding) ->
          rule(
              writes,
              of,
              RulesOf.BINDING + binding.id(),
              ProjectJson.write(binding),
              binding.version());
      case Entry.RemovalOfBinding(ProjectId of, Binding binding) ->
          remove(writes, of, RulesOf.BINDING + binding.id(), binding.version());
      case Entry.OfRole(ProjectId of, Role role) ->
          rule(writes, of, RulesOf.ROLE + role.id(), ProjectJson.write(role), role.version());
      case Entry.OfDestination(ProjectId of, Destination destination, Prefixes prefixes) -> {
        rule(
            writes,
            of,
            RulesOf.DESTINATION + destination.id(),
            DestinationJson.write(destination),
            destination.version());
        prefixes(writes, prefixes);
      }
      case Entry.OfChannel(ProjectId of, Channel channel) ->
          rule(
              writes,
              of,
              RulesOf.CHANNEL + channel.id(),
              ChannelJson.write(channel),
              channel.version());
      case Entry.OfPolicy(ProjectId of, Policy policy, Entry.Mark mark) -> {
        rule(writes, of, RulesOf.POLICY + policy.id(), PolicyJson.write(policy), policy.version());
        history(writes, of, policy, WRITTEN, mark);
      }
      case Entry.RemovalOfPolicy(ProjectId of, Policy policy, Entry.Mark mark) -> {
        remove(writes, of, RulesOf.POLICY + policy.id(), policy.version());
        history(writes, of, policy, REMOVED, mark);
      }
    }
  }

  /** The organisation is no project, and is not listed as one. */
  private static Item listed(Project project) {
    Item item =
        Item.of(Keys.project(project.id()), RulesOf.PROJECT).data(ProjectJson.write(project));
    return project.id().equals(ProjectId.ORGANISATION)
        ? item
        : item.index(1, Keys.PROJECTS, project.id().value());
  }

  private static Item setup(Setup setup) {
    return Item.of(Keys.project(ProjectId.ORGANISATION), RulesOf.BOOTSTRAP)
        .data(DirectoryJson.write(setup));
  }

  private static void person(Writes writes, @Nullable Person before, Person after) {
    writes.version(
        Item.of(Keys.DIRECTORY, RulesOf.PERSON + after.id()).data(DirectoryJson.write(after)),
        after.version());
    Bound.move(
        writes,
        after.id(),
        before == null ? null : before.subject(),
        after.subject(),
        DirectoryJson.write(after));
  }

  private static void machine(Writes writes, @Nullable Machine before, Machine after) {
    writes.version(
        Item.of(Keys.DIRECTORY, RulesOf.MACHINE + after.id().slug())
            .data(DirectoryJson.write(after)),
        after.version());
    Bound.move(
        writes,
        after.id(),
        before == null ? null : before.subject(),
        after.subject(),
        DirectoryJson.write(after));
  }

  private static void rule(Writes writes, ProjectId project, String sk, Json data, long version) {
    writes.version(Item.of(Keys.project(project), sk).data(data), version);
  }

  private static void remove(Writes writes, ProjectId project, String sk, long version) {
    writes.delete(
        Keys.project(project),
        sk,
        "version = :version",
        Map.of(":version", Writes.number(version)));
  }

  private static void history(
      Writes writes, ProjectId project, Policy policy, String sk, Entry.@Nullable Mark mark) {
    Item item =
        Item.of(historyOf(project, policy.id()), sk + "%06d".formatted(policy.version()))
            .data(PolicyJson.write(policy));
    writes.create(
        mark == null ? item : item.put("by", mark.by().value()).put("at", mark.at().toString()));
  }

  private static void prefixes(Writes writes, @Nullable Prefixes prefixes) {
    if (prefixes == null) {
      return;
    }
    writes.version(
        Item.of(Keys.PREFIXES, Keys.PREFIXES).data(ProjectJson.write(prefixes)),
        prefixes.version());
  }

  private static String historyOf(ProjectId project, PolicyId policy) {
    return "POLICY#" + project + "#" + policy;
  }

  @Override
  public @Nullable Policy first(ProjectId project, PolicyId policy) {
    Item item = table.get(historyOf(project, policy), WRITTEN + "%06d".formatted(1));
    return item == null ? null : PolicyJson.read(item.data());
  }

  @Override
  public List<PolicyVersion> history(ProjectId project, PolicyId policy) {
    return table.all(historyOf(project, policy)).stream()
        .map(DynamoRegistry::version)
        .sorted(Comparator.comparing(PolicyVersion::kind))
        .toList();
  }

  private static PolicyVersion version(Item item) {
    String by = item.optionalText("by");
    String at = item.optionalText("at");
    return new PolicyVersion(
        PolicyJson.read(item.data()),
        item.sk().startsWith(REMOVED) ? PolicyVersion.Kind.REMOVED : PolicyVersion.Kind.WRITTEN,
        by == null ? null : ActorId.of(by),
        at == null ? null : Instant.parse(at));
  }

  @Override
  public Prefixes prefixes() {
    Item item = table.get(Keys.PREFIXES, Keys.PREFIXES);
    return item == null ? Prefixes.NONE : ProjectJson.prefixes(item.data(), item.number("version"));
  }

  @Override
  public List<Project> projects() {
    return table.indexed(1, Keys.PROJECTS).stream()
        .map(item -> ProjectJson.project(item.data()))
        .toList();
  }

  @Override
  public boolean ask(Join join) {
    return new Writes(table)
        .absent(Keys.subject(join.subject()), "SUBJECT")
        .put(
            Item.of(Keys.JOINS, Keys.subject(join.subject()))
                .data(DirectoryJson.write(join))
                .put("ttl", join.until().getEpochSecond()))
        .commit();
  }

  @Override
  public List<Join> joins(Instant now) {
    return table.all(Keys.JOINS).stream()
        .map(item -> DirectoryJson.join(item.data()))
        .filter(each -> each.until().isAfter(now))
        .sorted(Comparator.comparing(Join::at))
        .toList();
  }

  @Override
  public @Nullable Setup setup() {
    return new RulesOf(table).organisation().oversight().setup();
  }

  @Override
  public List<Binding> organisation() {
    return new RulesOf(table).organisation().access().organisation();
  }
}
