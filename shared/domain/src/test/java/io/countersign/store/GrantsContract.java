package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Actor;
import io.countersign.directory.Grant;
import io.countersign.directory.Permission;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.request.Event;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.revision.Scope;
import io.countersign.sample.AccessRules;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access for a limited time: there from the event that gives it to the one that ends it. */
public abstract class GrantsContract {
  private static final Instant NOON = Proposals.NOON;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Actor DAN = People.actor("dan");
  private static final Entitlement ASKED = AccessRules.reveal(HOUR);

  private final StoppedClock clock = new StoppedClock(NOON);
  private Tables tables;
  private Store store;

  /** An empty one. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void begin() {
    tables = tables(clock);
    store = tables.store();
    assertThat(tables.registry().write(new Entry.OfProject(Rulebook.project()), counters()))
        .isTrue();
  }

  private static RequestId id(long number) {
    return new RequestId(Rulebook.PAYMENTS, number);
  }

  private static Revision revision(long number, String author, Entitlement asked) {
    return Revision.sealed(
        id(number),
        "",
        People.id(author),
        asked.words(),
        "",
        new Payload.OfAccess(asked),
        List.of(),
        People.directory(author),
        NOON);
  }

  private boolean submit(long number, String author, Entitlement asked) {
    Revision made = revision(number, author, asked);
    return store.commit(
        Commit.of(id(number), null, List.of(Proposals.submitted(made)), NOON).with(made));
  }

  private Head head(long number) {
    return Objects.requireNonNull(store.read(Ask.state(id(number))).head());
  }

  private Counters counters() {
    return Objects.requireNonNull(
        store.read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters());
  }

  private boolean happens(long number, Counters resting, Event... events) {
    return store.commit(
        Commit.of(id(number), head(number), List.of(events), NOON).resting(resting));
  }

  private boolean gives(long number, Grant grant) {
    return gives(number, grant, counters());
  }

  private boolean gives(long number, Grant grant, Counters resting) {
    Head head = head(number);
    return happens(
        number,
        resting,
        Event.MergeStarted.agreed(head.request().author(), head.request().digest(), false),
        new Event.Merged(head.request().digest(), List.of()),
        new Event.AccessGranted(grant));
  }

  private Grant given(long number, Instant begins, Instant ends) {
    Entitlement asked =
        new Entitlement(AccessRules.at("/db/" + number), ASKED.actions(), ASKED.window(), null);
    assertThat(submit(number, "dan", asked)).isTrue();
    Grant grant = AccessRules.grant(number, "dan", begins, ends);
    assertThat(gives(number, grant)).isTrue();
    return grant;
  }

  private boolean ends(long number, Grant grant) {
    return happens(number, counters(), new Event.AccessEnded(grant, null, ""));
  }

  private Rules rules() {
    return Objects.requireNonNull(store.rules(Rulebook.PAYMENTS));
  }

  private boolean reveals(Rules rules) {
    return rules.access().allows(DAN, Permission.SECRETS_REVEAL, Rulebook.document("/db/main"));
  }

  @Test
  void itIsThereFromTheEventThatGivesItToTheOneThatEndsIt() {
    assertThat(rules().grants()).isEmpty();
    Grant grant = given(1, NOON, NOON.plus(HOUR));
    assertThat(rules().grants()).containsExactly(grant);
    assertThat(reveals(rules())).isTrue();
    assertThat(Objects.requireNonNull(head(1).request().granted()).grant()).isEqualTo(grant);
    assertThat(ends(1, grant)).isTrue();
    assertThat(rules().grants()).isEmpty();
    assertThat(reveals(rules())).isFalse();
    assertThat(Objects.requireNonNull(head(1).request().granted()).end()).isNotNull();
  }

  @Test
  void whatIsReadAllowsWhatHoldsAtThatMomentAndTellsOfTheOthers() {
    Grant now = given(1, NOON, NOON.plus(HOUR));
    Grant later = given(2, NOON.plus(HOUR), NOON.plus(HOUR.multipliedBy(2)));
    assertThat(rules().grants()).containsExactlyInAnyOrder(now, later);
    assertThat(rules().access().grants()).containsExactly(now);
    clock.forward(HOUR);
    assertThat(rules().grants()).containsExactlyInAnyOrder(now, later);
    assertThat(rules().access().grants()).containsExactly(later);
    clock.forward(HOUR);
    assertThat(rules().access().grants()).isEmpty();
  }

  @Test
  void whatBeginsOrEndsWhileRulesAreRememberedIsSeen() {
    given(1, NOON.plus(HOUR), NOON.plus(HOUR.multipliedBy(2)));
    Counters read = counters();
    assertThat(reveals(Objects.requireNonNull(store.rules(read)))).isFalse();
    clock.forward(HOUR);
    assertThat(reveals(Objects.requireNonNull(store.rules(read)))).isTrue();
    clock.forward(HOUR);
    assertThat(reveals(Objects.requireNonNull(store.rules(read)))).isFalse();
    assertThat(counters()).isEqualTo(read);
  }

  @Test
  void aDecisionThatRestsOnTheRulesBeforeItWasGivenIsNotCommitted() {
    assertThat(submit(1, "dan", ASKED)).isTrue();
    assertThat(submit(2, "eve", ASKED)).isTrue();
    Counters before = counters();
    assertThat(gives(1, AccessRules.grant(1, "dan", NOON, NOON.plus(HOUR)), before)).isTrue();
    assertThat(counters().rules()).isGreaterThan(before.rules());
    assertThat(counters().directory()).isEqualTo(before.directory());
    assertThat(happens(2, before, new Event.Commented(People.id("eve"), "late"))).isFalse();
    assertThat(gives(2, AccessRules.grant(2, "eve", NOON, NOON.plus(HOUR)), before)).isFalse();
    assertThat(rules().grants()).hasSize(1);
    assertThat(happens(2, counters(), new Event.Commented(People.id("eve"), "now"))).isTrue();
  }

  @Test
  void aDecisionThatRestsOnTheRulesBeforeItEndedIsNotCommitted() {
    Grant grant = given(1, NOON, NOON.plus(HOUR));
    assertThat(submit(2, "eve", ASKED)).isTrue();
    Counters before = counters();
    assertThat(reveals(Objects.requireNonNull(store.rules(before)))).isTrue();
    assertThat(ends(1, grant)).isTrue();
    assertThat(counters().rules()).isGreaterThan(before.rules());
    assertThat(happens(2, before, new Event.Commented(People.id("eve"), "late"))).isFalse();
    assertThat(reveals(Objects.requireNonNull(store.rules(counters())))).isFalse();
  }

  @Test
  void anythingElseThatHappensLeavesTheCounter() {
    assertThat(submit(1, "dan", ASKED)).isTrue();
    Counters before = counters();
    assertThat(happens(1, before, new Event.Commented(People.id("dan"), "why"))).isTrue();
    assertThat(counters()).isEqualTo(before);
  }

  @Test
  void anExtensionTakesThePlaceOfWhatItExtends() {
    Grant grant = given(1, NOON, NOON.plus(HOUR));
    Grant longer = grant.until(NOON.plus(HOUR.multipliedBy(2)));
    assertThat(submit(2, "dan", AccessRules.extension(1, HOUR))).isTrue();
    assertThat(gives(2, longer)).isTrue();
    assertThat(rules().grants()).containsExactly(longer);
    assertThat(tables.due().over(NOON.plus(HOUR).plusSeconds(1), 9)).isEmpty();
  }

  @Test
  void whatHasEndedIsNotExtended() {
    Grant grant = given(1, NOON, NOON.plus(HOUR));
    assertThat(submit(2, "dan", AccessRules.extension(1, HOUR))).isTrue();
    assertThat(ends(1, grant)).isTrue();
    assertThat(gives(2, grant.until(NOON.plus(HOUR.multipliedBy(2))))).isFalse();
    assertThat(rules().grants()).isEmpty();
    assertThat(head(2).version()).isEqualTo(1);
  }

  @Test
  void itEndsOnce() {
    Grant grant = given(1, NOON, NOON.plus(HOUR));
    assertThat(ends(1, grant)).isTrue();
    long version = head(1).version();
    assertThat(ends(1, grant)).isFalse();
    assertThat(head(1).version()).isEqualTo(version);
  }

  @Test
  void oneProjectsAccessIsNoOthers() {
    given(1, NOON, NOON.plus(HOUR));
    ProjectId other = ProjectId.of("another");
    Counters before =
        Objects.requireNonNull(store.read(new Ask(null, null, null, null, other)).counters());
    assertThat(before.rules()).isZero();
    assertThat(store.rules(other)).isNull();
  }

  @Test
  void whatIsOverIsFoundInTheOrderOfItsEnds() {
    given(1, NOON, NOON.plus(HOUR.multipliedBy(3)));
    Grant second = given(2, NOON, NOON.plus(HOUR));
    given(3, NOON, NOON.plus(HOUR.multipliedBy(2)));
    given(4, NOON, NOON.plus(HOUR.multipliedBy(9)));
    Instant late = NOON.plus(HOUR.multipliedBy(3)).plusSeconds(1);
    assertThat(tables.due().over(NOON, 9)).isEmpty();
    assertThat(tables.due().over(NOON.plus(HOUR).plusSeconds(1), 9)).containsExactly(id(2));
    assertThat(tables.due().over(late, 9)).containsExactly(id(2), id(3), id(1));
    assertThat(tables.due().over(late, 2)).containsExactly(id(2), id(3));
    assertThat(ends(2, second)).isTrue();
    assertThat(tables.due().over(late, 9)).containsExactly(id(3), id(1));
  }

  @Test
  void nobodyAsksForTheSameTwiceAtATime() {
    assertThat(submit(1, "dan", ASKED)).isTrue();
    assertThat(same("dan", ASKED)).isEqualTo(id(1));
    assertThat(submit(2, "dan", AccessRules.reveal(HOUR.multipliedBy(2)))).isFalse();
    assertThat(store.read(Ask.state(id(2))).head()).isNull();
    assertThat(submit(3, "eve", ASKED)).isTrue();
    assertThat(happens(1, counters(), new Event.Withdrawn(People.id("dan"), ""))).isTrue();
    assertThat(same("dan", ASKED)).isNull();
    assertThat(submit(2, "dan", ASKED)).isTrue();
    assertThat(same("dan", ASKED)).isEqualTo(id(2));
  }

  @Test
  void otherActionsOrAnotherPlaceAreSomethingElse() {
    assertThat(submit(1, "dan", ASKED)).isTrue();
    assertThat(submit(2, "dan", proposing())).isTrue();
    assertThat(submit(3, "dan", elsewhere())).isTrue();
    assertThat(same("dan", proposing())).isEqualTo(id(2));
    assertThat(same("dan", elsewhere())).isEqualTo(id(3));
  }

  private static Entitlement proposing() {
    return new Entitlement(
        ASKED.place(), AccessRules.actions(Permission.SECRETS_PROPOSE), ASKED.window(), null);
  }

  private static Entitlement elsewhere() {
    return new Entitlement(AccessRules.at("/web"), ASKED.actions(), ASKED.window(), null);
  }

  @Test
  void whatWasRevisedToSomethingElseLeavesItsPlaceToTheNext() {
    assertThat(submit(1, "dan", ASKED)).isTrue();
    assertThat(submit(2, "dan", proposing())).isTrue();
    assertThat(revised(1, proposing())).isFalse();
    assertThat(same("dan", ASKED)).isEqualTo(id(1));
    assertThat(revised(1, elsewhere())).isTrue();
    assertThat(same("dan", ASKED)).isNull();
    assertThat(same("dan", elsewhere())).isEqualTo(id(1));
    assertThat(submit(3, "dan", ASKED)).isTrue();
    assertThat(revised(1, AccessRules.reveal(HOUR))).isFalse();
  }

  @Test
  void aRevisionThatAsksForTheSameStaysInItsPlace() {
    assertThat(submit(1, "dan", ASKED)).isTrue();
    assertThat(revised(1, AccessRules.reveal(HOUR.multipliedBy(2)))).isTrue();
    assertThat(same("dan", ASKED)).isEqualTo(id(1));
    assertThat(gives(1, AccessRules.grant(1, "dan", NOON, NOON.plus(HOUR)))).isTrue();
    assertThat(same("dan", ASKED)).isNull();
  }

  private boolean revised(long number, Entitlement asked) {
    Revision before =
        Objects.requireNonNull(store.revision(id(number), head(number).request().digest()));
    Revision next =
        before.revised(
            "",
            before.author(),
            before.title(),
            "",
            new Payload.OfAccess(asked),
            List.of(),
            People.directory("dan"),
            NOON);
    return store.commit(
        Commit.of(id(number), head(number), List.of(Proposals.revisedTo(next)), NOON).with(next));
  }

  private @Nullable RequestId same(String person, Entitlement asked) {
    return tables
        .neighbours()
        .same(Rulebook.PAYMENTS, People.id(person), new Scope.OfAccess(asked));
  }
}
