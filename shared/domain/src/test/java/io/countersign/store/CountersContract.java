package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.name.PathGlob;
import io.countersign.policy.Policy;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.Environment;
import io.countersign.project.Governance;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.project.Sink;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The two counters: a stale rule or member with a fresh counter is impossible (design §4). */
public abstract class CountersContract {
  private static final Policy POLICY =
      Rulebook.policy("two", Rulebook.requirement(1, "bob", "cem"));
  private static final Binding GIVEN = Rulebook.binding("given", Role.VIEWER, "bob");

  private final Revision revision = Proposals.revision(People.ids("ann"), List.of(), Rulebook.DB);
  private Tables tables;

  /** An empty one. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void setUp() {
    tables = tables(new StoppedClock(Proposals.NOON));
    write(new Entry.OfPerson(null, People.person("bob")));
    write(new Entry.OfProject(Rulebook.project()));
    write(new Entry.OfPolicy(Rulebook.PAYMENTS, POLICY));
    write(new Entry.OfBinding(Rulebook.PAYMENTS, GIVEN));
  }

  @TestFactory
  Stream<DynamicTest> everyWriteShutsOutDecisionsThatRestOnTheRulesBeforeIt() {
    Person cem = People.person("cem");
    Person bob = People.person("bob");
    Environment prod = Rulebook.environment(Rulebook.PROD);
    Prefixes claimed = Prefixes.NONE.claimed(prod.secretPrefix(), "payments/prod");
    ProjectId all = ProjectId.ORGANISATION;
    Map<String, Entry> entries =
        Map.of(
            "person", new Entry.OfPerson(null, cem),
            "group", new Entry.OfGroup(new Group(new GroupId("ops"), "Ops", 1), List.of()),
            "first admin",
                new Entry.OfFirstAdmin(
                    cem, Rulebook.binding("first", Role.ADMIN, "cem"), Proposals.NOON),
            "organisation's binding",
                new Entry.OfBinding(all, Rulebook.binding("bb", Role.ADMIN, "bob")),
            "project's binding",
                new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding("bb", Role.ADMIN, "bob")),
            "environment", new Entry.OfEnvironment(Rulebook.PAYMENTS, prod, claimed),
            "destination",
                new Entry.OfDestination(
                    Rulebook.PAYMENTS, destination(), Prefixes.NONE.claimed("/x/", "x")),
            "policy", new Entry.OfPolicy(Rulebook.PAYMENTS, Rulebook.policy("new")),
            "removal", new Entry.RemovalOfPolicy(Rulebook.PAYMENTS, POLICY),
            "project",
                new Entry.OfProject(
                    new Project(Rulebook.PAYMENTS, "New name", Governance.OPT_OUT, 2)));
    Role role = new Role(new RoleId("own"), Set.of(Permission.REQUESTS_READ), 1);
    return Stream.concat(
        Stream.of(
            DynamicTest.dynamicTest(
                "member", () -> shutsOut(new Entry.OfPerson(bob, version(People.gone(bob), 2)))),
            DynamicTest.dynamicTest(
                "role", () -> shutsOut(new Entry.OfRole(Rulebook.PAYMENTS, role))),
            DynamicTest.dynamicTest(
                "binding's removal",
                () -> shutsOut(new Entry.RemovalOfBinding(Rulebook.PAYMENTS, GIVEN))),
            DynamicTest.dynamicTest(
                "channel", () -> shutsOut(new Entry.OfChannel(Rulebook.PAYMENTS, channel()))),
            DynamicTest.dynamicTest(
                "machine", () -> shutsOut(new Entry.OfMachine(null, People.machine("ci", "bob"))))),
        entries.entrySet().stream()
            .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> shutsOut(each.getValue()))));
  }

  private void shutsOut(Entry entry) {
    setUp();
    Counters before = counters(Rulebook.PAYMENTS);
    remembersNothingStale(before);
    write(entry);
    assertThat(tables.store().commit(submission().resting(before))).isFalse();
    assertThat(tables.store().read(Ask.state(Proposals.ONE)).head()).isNull();
    assertThat(tables.events(Proposals.ONE)).isEmpty();
    Counters after = counters(Rulebook.PAYMENTS);
    remembersNothingStale(after);
    assertThat(tables.store().commit(submission().resting(after))).isTrue();
  }

  private void remembersNothingStale(Counters read) {
    assertThat(tables.store().rules(read)).isEqualTo(tables.store().rules(Rulebook.PAYMENTS));
    assertThat(tables.store().directory(read)).isEqualTo(tables.store().directory());
  }

  @Test
  void aPolicyWrittenBetweenTheCountersAndTheRulesIsNotMissed() {
    // Counters first, rules afterwards: what was read late may be fresh, never the reverse.
    Counters read = counters(Rulebook.PAYMENTS);
    write(new Entry.OfPolicy(Rulebook.PAYMENTS, Rulebook.policy("sudden")));
    assertThat(Objects.requireNonNull(tables.store().rules(Rulebook.PAYMENTS)).policies())
        .hasSize(2);
    assertThat(tables.store().commit(submission().resting(read))).isFalse();
  }

  @Test
  void anotherProjectsRulesDisturbNobody() {
    ProjectId other = ProjectId.of("other");
    Project project = new Project(other, "Other", Governance.OPT_OUT, 1);
    assertThat(tables.registry().write(new Entry.OfProject(project), counters(other))).isTrue();
    Counters before = counters(Rulebook.PAYMENTS);
    Entry team = new Entry.OfChannel(other, channel());
    assertThat(tables.registry().write(team, counters(other))).isTrue();
    assertThat(tables.store().commit(submission().resting(before))).isTrue();
  }

  @Test
  void aCounterThatIsNotThereIsNoSuchThingAsOneReadBefore() {
    ProjectId other = ProjectId.of("other");
    Counters made = new Counters(other, 3, counters(Rulebook.PAYMENTS).directory());
    assertThat(tables.store().commit(submission().resting(made))).isFalse();
  }

  private static Channel channel() {
    return new Channel(
        new ChannelId("team"),
        new Channel.Place.Teams("hooks.example.com"),
        new Credential("version", "cdef"),
        1);
  }

  private static Destination destination() {
    return new Destination(
        new DestinationId("ssm"),
        Rulebook.PROD,
        PathGlob.ALL,
        new Sink.Parameters("/countersign/prod/", false),
        1);
  }

  private static Person version(Person person, long version) {
    return new Person(
        person.id(),
        person.name(),
        person.email(),
        person.active(),
        person.subject(),
        person.groups(),
        version);
  }

  private Commit submission() {
    return Commit.of(Proposals.ONE, null, List.of(Proposals.submitted(revision)), Proposals.NOON)
        .with(revision);
  }

  private Counters counters(ProjectId project) {
    return Objects.requireNonNull(
        tables.store().read(new Ask(null, null, null, null, project)).counters());
  }

  private void write(Entry entry) {
    assertThat(tables.registry().write(entry, counters(Rulebook.PAYMENTS))).isTrue();
  }
}
