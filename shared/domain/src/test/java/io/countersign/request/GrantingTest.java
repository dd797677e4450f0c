package io.countersign.request;

import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Policy;
import io.countersign.policy.Requirement;
import io.countersign.policy.Terms;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.Revision;
import io.countersign.revision.Window;
import io.countersign.sample.AccessRules;
import io.countersign.sample.AccessStory;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What access can be asked for, and until when the request for it is open. */
class GrantingTest {
  private static final Instant NOON = Proposals.NOON;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Policy ONE =
      AccessRules.policy("one", Rulebook.requirement(1, "amy", "bob"));

  private final AccessStory story = new AccessStory(ONE);

  private static Policy on(Terms terms) {
    return AccessRules.on("/**", "one", terms, Rulebook.requirement(1, "amy", "bob"));
  }

  private static Terms pending(Duration time, @Nullable Duration mergeWithin) {
    return new Terms(
            false,
            1,
            time,
            mergeWithin,
            false,
            AccessRules.TERMS.bypass(),
            AccessRules.TERMS.approversMayReveal())
        .with(new AccessTerms(Duration.ofHours(8), false));
  }

  private static Entitlement until(Duration end) {
    return AccessRules.reveal(new Window(null, NOON.plus(end), end));
  }

  @Test
  void whoHasARoleMayAskForWhatTheyMayNotDo() {
    assertThat(accepted(story.ask("dan", AccessRules.reveal(HOUR)))).containsExactly("Submitted");
    assertThat(story.state(1).scope()).isEqualTo(story.revision(1).scope());
    assertThat(story.state(1).status()).isEqualTo(Status.OPEN);
  }

  @Test
  void machinesAreGivenNoAccess() {
    Refusal refusal = refusal(story.ask(new MachineId("robot").value(), AccessRules.reveal(HOUR)));
    assertThat(refusal.because()).isEqualTo(Refusal.Because.FORBIDDEN);
    assertThat(refusal.code()).isEqualTo("machines-never-ask");
    assertThat(refusal.message()).isEqualTo("Machines are given no access: people ask.");
  }

  @Test
  void whoHasNoRoleAsksForNone() {
    Refusal refusal = refusal(story.ask("cem", AccessRules.reveal(HOUR)));
    assertThat(refusal.because()).isEqualTo(Refusal.Because.FORBIDDEN);
    assertThat(refusal.code()).isEqualTo("no-role");
  }

  @Test
  void whereNoPolicyCoversAllOfItNobodyIsAskedAndWritersOfPoliciesAreNamed() {
    story.policies(
        AccessRules.on("/db/x", "part", AccessRules.TERMS, ONE.requirements().getFirst()));
    Refusal refusal = refusal(story.ask("dan", AccessRules.reveal(HOUR)));
    assertThat(refusal.because()).isEqualTo(Refusal.Because.RULE);
    assertThat(refusal.code()).isEqualTo("no-access-policy");
    assertThat(refusal.field()).isEqualTo("path");
    assertThat(refusal.message()).contains("prod:/db/**");
    assertThat(refusal.reasons())
        .extracting(Reason::code, Reason::clearedBy)
        .containsExactly(tuple("no-access-policy", People.ids("ada")));
  }

  @Test
  void policiesOfChangesSayNothingOfAccess() {
    story.policies(Rulebook.policy("change", ONE.requirements().getFirst()));
    assertThat(refused(story.ask("dan", AccessRules.reveal(HOUR)))).isEqualTo("no-access-policy");
  }

  @Test
  void whatNobodyCouldApproveIsRefusedForItsPath() {
    story.policies(AccessRules.policy("own", Rulebook.requirement(1, "dan")));
    Refusal refusal = refusal(story.ask("dan", AccessRules.reveal(HOUR)));
    assertThat(refusal.code()).isEqualTo("nobody-could-approve");
    assertThat(refusal.field()).isEqualTo("path");
  }

  @Test
  void aTimeThatIsOverIsNotAskedFor() {
    for (Entitlement over :
        List.of(
            until(Duration.ZERO),
            until(HOUR.negated()),
            AccessRules.reveal(Duration.ZERO),
            AccessRules.reveal(new Window(NOON.minus(HOUR), NOON, HOUR)))) {
      Refusal refusal = refusal(story.ask("dan", over));
      assertThat(refusal.code()).as("%s", over).isEqualTo("over");
      assertThat(refusal.field()).isEqualTo("end");
    }
    Window begun = new Window(NOON.minus(HOUR), NOON.plusNanos(1), HOUR);
    assertThat(accepted(story.ask("dan", AccessRules.reveal(begun)))).containsExactly("Submitted");
  }

  @Test
  void noPolicyLetsAccessBeAskedForForLongerThanItAllows() {
    Terms hour = AccessRules.lasting(HOUR, AccessRules.TERMS);
    story.policies(ONE, AccessRules.on("/db/**", "hour", hour, Rulebook.requirement(1, "bob")));
    Refusal refusal = refusal(story.ask("dan", AccessRules.reveal(HOUR.plusNanos(1))));
    assertThat(refusal.code()).isEqualTo("too-long");
    assertThat(refusal.field()).isEqualTo("duration");
    assertThat(refusal.message()).isEqualTo("Policy \"hour\" lets access last PT1H at most.");
    assertThat(accepted(story.ask("dan", AccessRules.reveal(HOUR)))).containsExactly("Submitted");
  }

  @Test
  void aPolicyThatSaysNothingOfAccessLimitsNothing() {
    story.policies(on(Terms.STRICT));
    assertThat(accepted(story.ask("dan", AccessRules.reveal(HOUR.multipliedBy(99)))))
        .containsExactly("Submitted");
    story.approve(1, "amy");
    story.merge(1, "dan");
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(HOUR.multipliedBy(99)));
  }

  @Test
  void whereAPolicyWantsAReasonOneIsGiven() {
    story.policies(on(Terms.STRICT.with(new AccessTerms(HOUR, true))));
    for (String none : List.of("", "  \n", "\u200b")) {
      Refusal refusal = refusal(story.ask("dan", AccessRules.reveal(HOUR), none));
      assertThat(refusal.code()).isEqualTo("reason-missing");
      assertThat(refusal.field()).isEqualTo("reason");
      assertThat(refusal.message()).contains("\"one\"");
    }
    assertThat(accepted(story.ask("dan", AccessRules.reveal(HOUR), "An incident")))
        .containsExactly("Submitted");
  }

  @Test
  void itIsOpenAsLongAsEachOfItsPoliciesLeavesItButNotLongerThanItIsOfUse() {
    Policy long2 = AccessRules.on("/db/**", "two", pending(HOUR.multipliedBy(2), null), one());
    Policy long3 = AccessRules.on("/db/**", "three", pending(HOUR.multipliedBy(3), null), one());
    story.policies(long3, long2);
    story.ask("dan", AccessRules.reveal(HOUR));
    assertThat(story.state(1).expiresAt()).isEqualTo(NOON.plus(HOUR.multipliedBy(2)));
    story.ask("dan", until(HOUR));
    assertThat(story.state(2).expiresAt()).isEqualTo(NOON.plus(HOUR));
    story.ask("dan", until(HOUR.multipliedBy(5)));
    assertThat(story.state(3).expiresAt()).isEqualTo(NOON.plus(HOUR.multipliedBy(2)));
    story.later(HOUR);
    story.revise(1, "dan", until(HOUR.multipliedBy(2)));
    assertThat(story.state(1).expiresAt()).isEqualTo(NOON.plus(HOUR.multipliedBy(2)));
    assertThat(refused(story.approve(2, "amy"))).isEqualTo("expired");
    assertThat(accepted(story.expire(2))).containsExactly("Expired");
  }

  private static Requirement one() {
    return ONE.requirements().getFirst();
  }

  @Test
  void anExtensionIsOpenNoLongerThanWhatItExtends() {
    given(HOUR);
    story.ask("dan", AccessRules.extension(1, HOUR));
    assertThat(story.state(2).expiresAt()).isEqualTo(NOON.plus(HOUR));
    Window window = new Window(null, NOON.plus(HOUR.multipliedBy(2)), HOUR);
    story.ask("dan", AccessRules.extension(1, window));
    assertThat(story.state(3).expiresAt()).isEqualTo(NOON.plus(HOUR));
  }

  @Test
  void onceAgreedItHasTheTimeToMergeButNotLongerThanItIsOfUse() {
    Duration two = HOUR.multipliedBy(2);
    story.policies(on(pending(HOUR.multipliedBy(9), two)));
    story.ask("dan", AccessRules.reveal(HOUR));
    assertThat(accepted(story.approve(1, "amy"))).containsExactly("Voted", "Agreed");
    assertThat(story.state(1).expiresAt()).isEqualTo(NOON.plus(two));
    story.ask("dan", until(HOUR));
    story.approve(2, "amy");
    assertThat(story.state(2).expiresAt()).isEqualTo(NOON.plus(HOUR));
    story.merge(1, "dan");
    story.ask("dan", AccessRules.extension(1, HOUR));
    story.approve(3, "amy");
    assertThat(story.state(3).expiresAt()).isEqualTo(NOON.plus(HOUR));
  }

  private void given(Duration lasts) {
    story.ask("dan", AccessRules.reveal(lasts));
    story.approve(1, "amy");
    story.merge(1, "dan");
  }

  @Test
  void whatHasEndedIsNotExtended() {
    assertThat(refused(story.ask("dan", AccessRules.extension(9, HOUR)))).isEqualTo("grant-ended");
    given(HOUR);
    story.later(HOUR);
    Refusal refusal = refusal(story.ask("dan", AccessRules.extension(1, HOUR)));
    assertThat(refusal.because()).isEqualTo(Refusal.Because.STATE);
    assertThat(refusal.code()).isEqualTo("grant-ended");
  }

  @Test
  void onlyWhoeverHasTheAccessExtendsIt() {
    given(HOUR);
    Refusal refusal = refusal(story.ask("eve", AccessRules.extension(1, HOUR)));
    assertThat(refusal.because()).isEqualTo(Refusal.Because.FORBIDDEN);
    assertThat(refusal.code()).isEqualTo("not-the-holder");
  }

  @Test
  void anExtensionIsOfJustWhatThereIs() {
    // Its policies are those of the place that it names: of another place than is extended, they
    // would be those of nobody who has a say.
    given(HOUR);
    Entitlement same = AccessRules.extension(1, HOUR);
    Stream.of(
            new Entitlement(
                AccessRules.at("/db/x"), same.actions(), same.window(), same.extending()),
            new Entitlement(
                same.place(),
                AccessRules.actions(Permission.SECRETS_PROPOSE),
                same.window(),
                same.extending()))
        .forEach(other -> assertThat(refused(story.ask("dan", other))).isEqualTo("other-access"));
    assertThat(accepted(story.ask("dan", same))).containsExactly("Submitted");
  }

  @Test
  void anExtensionEndsLaterThanWhatThereIs() {
    given(HOUR);
    Window same = new Window(null, NOON.plus(HOUR), HOUR);
    assertThat(refused(story.ask("dan", AccessRules.extension(1, same)))).isEqualTo("over");
  }

  @Test
  void whatIsRevisedIsAskedForByTheSameRules() {
    story.ask("dan", AccessRules.reveal(HOUR));
    assertThat(refused(story.revise(1, "dan", AccessRules.reveal(HOUR.multipliedBy(9)))))
        .isEqualTo("too-long");
    assertThat(accepted(story.revise(1, "dan", AccessRules.reveal(HOUR.multipliedBy(8)))))
        .containsExactly("Revised");
    story.roles(Rulebook.binding("eve", Role.DEVELOPER, "eve"));
    assertThat(refused(story.revise(1, "dan", AccessRules.reveal(HOUR)))).isEqualTo("no-role");
  }

  @Test
  void theDigestIsOverAllThatIsAskedFor() {
    story.ask("dan", AccessRules.reveal(HOUR));
    Revision revision = story.revision(1);
    assertThat(revision.recomputed()).isEqualTo(revision.digest());
    assertThat(revision.payload()).isEqualTo(new Payload.OfAccess(AccessRules.reveal(HOUR)));
  }
}
