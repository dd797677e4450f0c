package io.countersign.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.sample.AccessRules;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a grant lets its holder do, and when. */
class GrantTest {
  private static final Instant BEGINS = Proposals.NOON;
  private static final Instant ENDS = BEGINS.plus(Duration.ofHours(1));
  private static final Grant GRANT = AccessRules.grant(1, "dan", BEGINS, ENDS);
  private static final DocumentId THERE = Rulebook.document("/db/main");
  private static final Actor DAN = People.actor("dan");

  private final Access access = new Access(List.of(), List.of()).with(List.of(GRANT));

  @Test
  void itGivesWhatItNamesThereToItsHolderOnly() {
    Permission reveal = Permission.SECRETS_REVEAL;
    assertThat(access.allows(DAN, reveal, THERE)).isTrue();
    assertThat(access.allows(People.actor("eve"), reveal, THERE)).isFalse();
    assertThat(access.allows(DAN, reveal, Rulebook.document("/web"))).isFalse();
    assertThat(access.allows(DAN, reveal, new DocumentId(Rulebook.STAGING, THERE.path())))
        .isFalse();
    for (Permission other : Permission.values()) {
      assertThat(access.allows(DAN, other, THERE)).isEqualTo(other == reveal);
    }
  }

  @Test
  void whoIsDeactivatedHasNoUseOfIt() {
    Actor gone = Actor.of(People.gone(People.person("dan")));
    assertThat(access.allows(gone, Permission.SECRETS_REVEAL, THERE)).isFalse();
    assertThat(access.needed(gone, Permission.SECRETS_REVEAL, THERE)).isNull();
  }

  @Test
  void itGivesNothingThatHoldsBeyondItAndNothingToBeGivenOn() {
    for (Permission each : Permission.values()) {
      assertThat(access.allows(DAN, each)).isFalse();
      assertThat(access.allows(DAN, each, Rulebook.PROD, GRANT.path())).isFalse();
      assertThat(access.allowsSomewhere(DAN, each)).isFalse();
      assertThat(access.mayGive(DAN, each, Rulebook.PROD, GRANT.path())).isFalse();
    }
    assertThat(access.covers(DAN)).isFalse();
    assertThat(access.admins(Rulebook.PROD, GRANT.path(), People.directory("dan"))).isEmpty();
  }

  @Test
  void adminsOfAPlaceMayDoEverythingToAllOfIt() {
    Access admins =
        new Access(
            List.of(
                Rulebook.binding("ada", Role.ADMIN, "ada"),
                Rulebook.binding("dan", Role.DEVELOPER, "dan")),
            List.of());
    assertThat(admins.admins(Rulebook.PROD, GRANT.path(), People.directory("ada", "dan")))
        .isEqualTo(People.ids("ada"));
    assertThat(admins.covers(DAN)).isTrue();
    assertThat(admins.covers(People.actor("eve"))).isFalse();
    assertThat(admins.covers(Actor.of(People.gone(People.person("dan"))))).isFalse();
    Actor left = Actor.of(People.gone(People.person("ada")));
    assertThat(admins.allows(left, Permission.SECRETS_REVEAL, Rulebook.PROD, GRANT.path()))
        .isFalse();
    Access everywhere = new Access(List.of(), admins.bindings());
    assertThat(everywhere.covers(DAN)).isTrue();
  }

  @Test
  void itIsNeededByWhoMayNotOtherwiseAndOfTwoTheOneThatLastsLonger() {
    Permission reveal = Permission.SECRETS_REVEAL;
    Grant longer = AccessRules.grant(2, "dan", BEGINS, ENDS.plusSeconds(1));
    Access two = access.with(List.of(GRANT, longer, AccessRules.grant(3, "dan", BEGINS, ENDS)));
    assertThat(two.needed(DAN, reveal, THERE)).isEqualTo(longer);
    Access role =
        new Access(List.of(Rulebook.binding("dan", Role.ADMIN, "dan")), List.of())
            .with(List.of(GRANT));
    assertThat(role.needed(DAN, reveal, THERE)).isNull();
    assertThat(access.needed(People.actor("eve"), reveal, THERE)).isNull();
  }

  @Test
  void itHoldsFromItsBeginningUntilRightBeforeItsEnd() {
    assertThat(GRANT.holds(BEGINS.minusNanos(1))).isFalse();
    assertThat(GRANT.holds(BEGINS)).isTrue();
    assertThat(GRANT.holds(ENDS.minusNanos(1))).isTrue();
    assertThat(GRANT.holds(ENDS)).isFalse();
    assertThat(GRANT.over(ENDS.minusNanos(1))).isFalse();
    assertThat(GRANT.over(ENDS)).isTrue();
    assertThat(GRANT.over(BEGINS.minusNanos(1))).isFalse();
  }

  @Test
  void rulesOfAMomentAllowWhatHoldsThenAndKnowTheOthers() {
    Grant before = AccessRules.grant(2, "eve", BEGINS.minusSeconds(9), BEGINS);
    Grant after = AccessRules.grant(3, "dan", ENDS, ENDS.plusSeconds(9));
    Rules plain = Rulebook.rules(List.of(), "eve");
    Rules rules = AccessRules.with(plain, List.of(before, GRANT, after), BEGINS);
    assertThat(rules.access().grants()).containsExactly(GRANT);
    assertThat(rules.at(ENDS).access().grants()).containsExactly(after);
    assertThat(rules.at(BEGINS.minusNanos(1)).access().grants()).containsExactly(before);
    assertThat(rules.at(ENDS).grants()).containsExactly(before, GRANT, after);
    assertThat(rules.at(ENDS).access().bindings()).isEqualTo(plain.access().bindings());
    assertThat(rules.grant(after.id())).isEqualTo(after);
    assertThat(rules.grant(AccessRules.id(9))).isNull();
    assertThat(plain.grants()).isEmpty();
  }

  @Test
  void itIsNamedAsTheRequestThatGaveIt() {
    assertThat(GRANT.id()).hasToString("payments-1");
    assertThat(GRANT.id()).isLessThan(AccessRules.id(2)).isEqualByComparingTo(GRANT.id());
    assertThat(GRANT.until(BEGINS)).isEqualTo(AccessRules.grant(1, "dan", BEGINS, BEGINS));
    assertThat(GRANT.is(Rulebook.STAGING, GRANT.path(), GRANT.actions())).isFalse();
  }
}
