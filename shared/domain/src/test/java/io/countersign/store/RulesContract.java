package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.PolicyVersion;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Credential;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Governance;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.project.Sink;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Registry} promises for projects and their rules. */
public abstract class RulesContract {
  private static final Policy TWO = Rulebook.policy("two", Rulebook.requirement(2, "bob", "cem"));

  private Tables tables;

  /** An empty one. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void open() {
    tables = tables(new StoppedClock(Proposals.NOON));
    assertThat(write(new Entry.OfProject(Rulebook.project()))).isTrue();
  }

  @Test
  void allRulesOfAProjectAreReadTogether() {
    Environment prod = Rulebook.environment(Rulebook.PROD);
    Binding developer = Rulebook.binding("dev", Role.DEVELOPER, "ann");
    Binding admin = Rulebook.binding("adm", Role.ADMIN, "bob");
    Channel team =
        new Channel(
            new ChannelId("team"),
            new Channel.Place.Slack("C024BE91L"),
            new Credential("version", "cdef"),
            1);
    Destination ssm =
        new Destination(
            new DestinationId("ssm"),
            Rulebook.PROD,
            PathGlob.ALL,
            new Sink.Parameters("/x/", false),
            1);
    assertThat(
            List.of(
                write(new Entry.OfEnvironment(Rulebook.PAYMENTS, prod, claimed(prod))),
                write(new Entry.OfBinding(Rulebook.PAYMENTS, developer)),
                write(new Entry.OfBinding(ProjectId.ORGANISATION, admin)),
                write(
                    new Entry.OfDestination(
                        Rulebook.PAYMENTS,
                        ssm,
                        tables.registry().prefixes().claimed("/x/", "payments/x"))),
                write(new Entry.OfChannel(Rulebook.PAYMENTS, team)),
                write(new Entry.OfPolicy(Rulebook.PAYMENTS, TWO))))
        .containsOnly(true);
    Rules rules = rules();
    assertThat(rules.project()).isEqualTo(Rulebook.project());
    assertThat(rules.environments().values()).containsExactly(prod);
    assertThat(rules.access().bindings()).containsExactly(developer);
    assertThat(rules.access().organisation()).containsExactly(admin);
    assertThat(rules.destinations()).containsExactly(ssm);
    assertThat(rules.channels()).containsExactly(team);
    assertThat(rules.policies()).containsExactly(TWO);
  }

  @Test
  void aBindingGivesWhatItsRoleAllowsNow() {
    Role reads = new Role(new RoleId("own"), EnumSet.of(Permission.REQUESTS_READ), 1);
    Role proposes = new Role(new RoleId("own"), EnumSet.of(Permission.SECRETS_PROPOSE), 2);
    assertThat(write(new Entry.OfRole(Rulebook.PAYMENTS, reads))).isTrue();
    assertThat(write(new Entry.OfRole(Rulebook.PAYMENTS, reads))).isFalse();
    Binding binding = Rulebook.binding("ann", reads, "ann");
    assertThat(write(new Entry.OfBinding(Rulebook.PAYMENTS, binding))).isTrue();
    assertThat(rules().access().bindings()).containsExactly(binding);
    assertThat(write(new Entry.OfRole(Rulebook.PAYMENTS, proposes))).isTrue();
    assertThat(rules().roles()).containsExactly(proposes);
    assertThat(rules().access().bindings())
        .containsExactly(Rulebook.binding("ann", proposes, "ann"));
  }

  @Test
  void aBindingIsTakenAwayAsItWasRead() {
    Binding binding = Rulebook.binding("ann", Role.DEVELOPER, "ann");
    Binding edited = new Binding(binding.id(), Role.VIEWER, binding.holder(), null, null, 2);
    assertThat(write(new Entry.OfBinding(Rulebook.PAYMENTS, binding))).isTrue();
    assertThat(write(new Entry.OfBinding(Rulebook.PAYMENTS, edited))).isTrue();
    assertThat(write(taken(Rulebook.PAYMENTS, binding))).isFalse();
    assertThat(rules().access().bindings()).containsExactly(edited);
    assertThat(write(taken(Rulebook.PAYMENTS, edited))).isTrue();
    assertThat(rules().access().bindings()).isEmpty();
    assertThat(write(new Entry.OfBinding(Rulebook.PAYMENTS, binding))).isTrue();
  }

  @Test
  void whatHoldsEverywhereIsTakenAwayEverywhere() {
    Binding admin = Rulebook.binding("ann", Role.ADMIN, "ann");
    assertThat(write(new Entry.OfBinding(ProjectId.ORGANISATION, admin))).isTrue();
    assertThat(write(taken(ProjectId.ORGANISATION, admin))).isTrue();
    assertThat(tables.registry().organisation()).isEmpty();
  }

  private static Entry taken(ProjectId project, Binding binding) {
    return new Entry.RemovalOfBinding(project, binding);
  }

  @Test
  void projectsAreListedById() {
    ProjectId id = ProjectId.of("billing");
    Project billing = new Project(id, "Billing", Governance.OPT_OUT, 1);
    assertThat(write(id, new Entry.OfProject(billing))).isTrue();
    assertThat(tables.registry().projects()).containsExactly(billing, Rulebook.project());
  }

  @Test
  void aStaleRuleIsRefusedAndNothingOfItIsWritten() {
    write(new Entry.OfPolicy(Rulebook.PAYMENTS, TWO));
    Rules before = rules();
    Counters counters = counters(Rulebook.PAYMENTS);
    Policy skipped = Rulebook.edited(Rulebook.edited(TWO));
    assertThat(write(new Entry.OfPolicy(Rulebook.PAYMENTS, TWO))).isFalse();
    assertThat(write(new Entry.OfPolicy(Rulebook.PAYMENTS, skipped))).isFalse();
    assertThat(write(new Entry.RemovalOfPolicy(Rulebook.PAYMENTS, Rulebook.edited(TWO)))).isFalse();
    assertThat(rules()).isEqualTo(before);
    assertThat(counters(Rulebook.PAYMENTS)).isEqualTo(counters);
    assertThat(tables.registry().history(Rulebook.PAYMENTS, TWO.id()))
        .containsExactly(version(TWO, PolicyVersion.Kind.WRITTEN));
  }

  @Test
  void aStaleCounterOfTheProjectIsRefused() {
    Counters before = counters(Rulebook.PAYMENTS);
    assertThat(write(new Entry.OfPolicy(Rulebook.PAYMENTS, TWO))).isTrue();
    Entry late = new Entry.OfPolicy(Rulebook.PAYMENTS, Rulebook.policy("late"));
    assertThat(tables.registry().write(late, before)).isFalse();
    assertThat(rules().policies()).containsExactly(TWO);
  }

  @Test
  void whoJustLostTheRightToWriteARuleWritesNone() {
    Counters before = counters(Rulebook.PAYMENTS);
    assertThat(write(new Entry.OfPerson(null, People.person("bob")))).isTrue();
    Entry late = new Entry.OfPolicy(Rulebook.PAYMENTS, TWO);
    assertThat(tables.registry().write(late, before)).isFalse();
    assertThat(rules().policies()).isEmpty();
    assertThat(counters(Rulebook.PAYMENTS).rules()).isEqualTo(before.rules());
  }

  @Test
  void everyVersionOfAPolicyStaysInItsHistory() {
    Policy edited = Rulebook.edited(TWO, Rulebook.requirement(1, "bob"));
    assertThat(write(new Entry.OfPolicy(Rulebook.PAYMENTS, TWO))).isTrue();
    assertThat(write(new Entry.OfPolicy(Rulebook.PAYMENTS, edited))).isTrue();
    assertThat(rules().policies()).containsExactly(edited);
    assertThat(write(new Entry.RemovalOfPolicy(Rulebook.PAYMENTS, edited))).isTrue();
    assertThat(rules().policies()).isEmpty();
    assertThat(tables.registry().history(Rulebook.PAYMENTS, TWO.id()))
        .containsExactly(
            version(TWO, PolicyVersion.Kind.WRITTEN),
            version(edited, PolicyVersion.Kind.WRITTEN),
            version(edited, PolicyVersion.Kind.REMOVED));
    assertThat(tables.registry().first(Rulebook.PAYMENTS, TWO.id())).isEqualTo(TWO);
    assertThat(tables.registry().history(Rulebook.PAYMENTS, new PolicyId("never"))).isEmpty();
  }

  @Test
  void theHistoryOfAPolicyKeepsWhoAndWhen() {
    Entry.Mark ann = new Entry.Mark(People.id("ann"), Proposals.NOON);
    Entry.Mark bob = new Entry.Mark(People.id("bob"), Proposals.NOON.plusMillis(1));
    assertThat(write(new Entry.OfPolicy(Rulebook.PAYMENTS, TWO, ann))).isTrue();
    assertThat(write(new Entry.RemovalOfPolicy(Rulebook.PAYMENTS, TWO, bob))).isTrue();
    assertThat(tables.registry().history(Rulebook.PAYMENTS, TWO.id()))
        .containsExactly(
            new PolicyVersion(TWO, PolicyVersion.Kind.WRITTEN, ann.by(), ann.at()),
            new PolicyVersion(TWO, PolicyVersion.Kind.REMOVED, bob.by(), bob.at()));
  }

  private static PolicyVersion version(Policy policy, PolicyVersion.Kind kind) {
    return new PolicyVersion(policy, kind, null, null);
  }

  @Test
  void aRemovedPolicysIdIsNeverUsedAgain() {
    // Requests bind policies by id and version: another policy under the same two would pass for
    // it.
    write(new Entry.OfPolicy(Rulebook.PAYMENTS, TWO));
    write(new Entry.RemovalOfPolicy(Rulebook.PAYMENTS, TWO));
    Policy other = Rulebook.policy("two", Rulebook.requirement(1, "eve"));
    assertThat(write(new Entry.OfPolicy(Rulebook.PAYMENTS, other))).isFalse();
    assertThat(rules().policies()).isEmpty();
  }

  @Test
  void aPrefixIsClaimedTogetherWithItsEnvironment() {
    Environment prod = Rulebook.environment(Rulebook.PROD);
    assertThat(tables.registry().prefixes()).isEqualTo(Prefixes.NONE);
    write(new Entry.OfEnvironment(Rulebook.PAYMENTS, prod, claimed(prod)));
    Prefixes now = tables.registry().prefixes();
    assertThat(now.version()).isEqualTo(1);
    assertThat(now.rival(new SecretPrefix("prod/eu/"), "other/prod")).isEqualTo("payments/prod");
  }

  @Test
  void ofTwoProjectsThatClaimAtOnceOneIsRefused() {
    Environment prod = Rulebook.environment(Rulebook.PROD);
    Environment inside =
        new Environment(
            new EnvironmentId("eu"), "eu", new SecretPrefix("prod/eu/"), null, List.of(), 1);
    Prefixes both = tables.registry().prefixes();
    ProjectId other = ProjectId.of("other");
    assertThat(
            write(
                new Entry.OfEnvironment(
                    Rulebook.PAYMENTS, prod, both.claimed(prod.secretPrefix(), "payments/prod"))))
        .isTrue();
    Prefixes after = tables.registry().prefixes();
    Entry late =
        new Entry.OfEnvironment(other, inside, both.claimed(inside.secretPrefix(), "other/eu"));
    assertThat(write(other, late)).isFalse();
    assertThat(tables.registry().prefixes()).isEqualTo(after);
    assertThat(counters(other).rules()).isZero();
  }

  private Prefixes claimed(Environment environment) {
    return tables
        .registry()
        .prefixes()
        .claimed(environment.secretPrefix(), "payments/" + environment.id());
  }

  private boolean write(Entry entry) {
    return write(Rulebook.PAYMENTS, entry);
  }

  private boolean write(ProjectId project, Entry entry) {
    return tables.registry().write(entry, counters(project));
  }

  private Rules rules() {
    return Objects.requireNonNull(tables.store().rules(Rulebook.PAYMENTS));
  }

  private Counters counters(ProjectId project) {
    return Objects.requireNonNull(
        tables.store().read(new Ask(null, null, null, null, project)).counters());
  }
}
