package io.countersign.request;

import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.Grant;
import io.countersign.directory.Holder;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.explain.Refusal;
import io.countersign.name.PathGlob;
import io.countersign.revision.Window;
import io.countersign.sample.AccessRules;
import io.countersign.sample.AccessStory;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who ends access, and when it ends by itself. */
class RevokingTest {
  private static final Instant NOON = Proposals.NOON;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Role CLOSER =
      new Role(new RoleId("closer"), Set.of(Permission.REQUESTS_MERGE), 1);

  private final AccessStory story =
      new AccessStory(AccessRules.policy("one", Rulebook.requirement(1, "amy", "bob")));

  @BeforeEach
  void given() {
    story.ask("dan", AccessRules.reveal(HOUR));
    story.approve(1, "amy");
    story.merge(1, "dan");
  }

  private static Binding closer(String path) {
    return new Binding(
        new BindingId("cem"),
        CLOSER,
        new Holder.OnePerson(People.id("cem")),
        Rulebook.PROD,
        new PathGlob(path),
        1);
  }

  private void ends(String who) {
    Grant grant = story.grant(1);
    assertThat(Granting.hindrance(story.state(1), story.revoking(1, who), story.now())).isNull();
    assertThat(accepted(story.revoke(1, who))).containsExactly("AccessEnded");
    assertThat(story.events().getLast())
        .isEqualTo(new Event.AccessEnded(grant, People.id(who), "No longer needed."));
    assertThat(story.state(1).granted())
        .isEqualTo(
            new Request.Granted(grant, new Request.Granted.End(story.now(), People.id(who))));
    assertThat(story.state(1).status()).isEqualTo(Status.MERGED);
    assertThat(story.rules().grants()).isEmpty();
    assertThat(refused(story.revoke(1, who))).isEqualTo("grant-ended");
  }

  private void mayNot(String who) {
    Refusal refusal = refusal(story.revoke(1, who));
    assertThat(refusal.because()).isEqualTo(Refusal.Because.FORBIDDEN);
    assertThat(refusal.code()).isEqualTo("may-not-revoke");
  }

  @Test
  void whoeverHasTheAccessEndsIt() {
    ends("dan");
  }

  @Test
  void anApproverEndsItAlsoOneWhoDidNotVote() {
    ends("bob");
  }

  @Test
  void whoMayMergeAllOfItEndsIt() {
    story.roles(closer("/db/**"));
    ends("cem");
  }

  @Test
  void whoMayMergeAPartOfItOnlyDoesNot() {
    story.roles(closer("/db/x"));
    mayNot("cem");
  }

  @Test
  void nobodyElseEndsIt() {
    mayNot("eve");
    mayNot("cem");
    mayNot("stranger");
  }

  @Test
  void whoIsDeactivatedEndsNothing() {
    story.people(
        People.gone(People.person("ada")),
        People.gone(People.person("amy")),
        People.gone(People.person("dan")));
    mayNot("dan");
    mayNot("amy");
    mayNot("ada");
  }

  @Test
  void whatDoesNotHoldYetCanBeEnded() {
    Instant tomorrow = NOON.plus(Duration.ofDays(1));
    story.ask("eve", AccessRules.reveal(new Window(tomorrow, null, HOUR)));
    story.approve(2, "amy");
    story.merge(2, "eve");
    assertThat(story.grant(2).begins()).isEqualTo(tomorrow);
    assertThat(accepted(story.revoke(2, "eve"))).containsExactly("AccessEnded");
  }

  @Test
  void whereNothingWasGivenNothingIsEnded() {
    story.ask("eve", AccessRules.reveal(HOUR));
    Refusal refusal = refusal(story.revoke(2, "ada"));
    assertThat(refusal.because()).isEqualTo(Refusal.Because.STATE);
    assertThat(refusal.code()).isEqualTo("grant-ended");
  }

  @Test
  void whatIsOverCannotBeEndedByAnybody() {
    story.later(HOUR.minusNanos(1));
    assertThat(Granting.hindrance(story.state(1), story.revoking(1, "ada"), story.now())).isNull();
    story.later(Duration.ofNanos(1));
    assertThat(refused(story.revoke(1, "ada"))).isEqualTo("grant-ended");
  }

  @Test
  void anExtensionIsEndedByTheRequestThatFirstGaveTheAccess() {
    story.ask("dan", AccessRules.extension(1, HOUR));
    story.approve(2, "amy");
    story.merge(2, "dan");
    Refusal refusal = refusal(story.revoke(2, "dan"));
    assertThat(refusal.because()).isEqualTo(Refusal.Because.STATE);
    assertThat(refusal.code()).isEqualTo("grant-elsewhere");
    assertThat(refusal.message())
        .isEqualTo("The request moved the end of access that payments-1 gave: end it there.");
    story.later(HOUR);
    ends("dan");
    assertThat(refused(story.revoke(2, "dan"))).isEqualTo("grant-ended");
    assertThat(story.state(1).granted())
        .extracting(each -> each.grant().ends())
        .isEqualTo(NOON.plus(Duration.ofHours(2)));
  }

  @Test
  void anExtensionOfWhatIsOverHasNothingToEndAnywhere() {
    story.ask("dan", AccessRules.extension(1, HOUR));
    story.approve(2, "amy");
    story.merge(2, "dan");
    story.later(HOUR.multipliedBy(2));
    assertThat(refused(story.revoke(2, "dan"))).isEqualTo("grant-ended");
  }

  @Test
  void theClockEndsItOnlyOnceItsTimeIsOver() {
    story.later(HOUR.minusNanos(1));
    Refusal refusal = refusal(story.end(1));
    assertThat(refusal.code()).isEqualTo("not-due");
    assertThat(refusal.message()).contains(NOON.plus(HOUR).toString());
    story.later(Duration.ofNanos(1));
    Grant grant = story.grant(1);
    assertThat(accepted(story.end(1))).containsExactly("AccessEnded");
    assertThat(story.events().getLast()).isEqualTo(new Event.AccessEnded(grant, null, ""));
    assertThat(story.state(1).granted())
        .isEqualTo(new Request.Granted(grant, new Request.Granted.End(story.now(), null)));
  }

  @Test
  void theClockDoesNotEndWhatWasExtendedMeanwhile() {
    story.ask("dan", AccessRules.extension(1, HOUR));
    story.approve(2, "amy");
    story.merge(2, "dan");
    story.later(HOUR);
    assertThat(refused(story.end(1))).isEqualTo("not-due");
  }
}
