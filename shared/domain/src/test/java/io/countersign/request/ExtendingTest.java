package io.countersign.request;

import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Terms;
import io.countersign.revision.Window;
import io.countersign.sample.AccessRules;
import io.countersign.sample.AccessStory;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Moving the end of access that there is. */
class ExtendingTest {
  private static final Instant NOON = Proposals.NOON;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Terms OPEN = AccessRules.TERMS.with(new Bypass.Anyone());
  private static final Policy ONE =
      AccessRules.on("/**", "one", OPEN, Rulebook.requirement(1, "amy", "bob"));

  private final AccessStory story = new AccessStory(ONE);

  @BeforeEach
  void given() {
    story.ask("dan", AccessRules.reveal(HOUR));
    story.approve(1, "amy");
    story.merge(1, "dan");
    story.later(Duration.ofMinutes(30));
  }

  private static Window until(long hours) {
    Instant end = NOON.plus(Duration.ofHours(hours));
    return new Window(null, end, Duration.between(NOON.plus(HOUR), end));
  }

  @Test
  void itMovesTheEndOfTheSameGrant() {
    story.ask("dan", AccessRules.extension(1, HOUR));
    story.approve(2, "amy");
    assertThat(accepted(story.merge(2, "dan")))
        .containsExactly("MergeStarted", "Merged", "AccessGranted");
    assertThat(story.rules().grants())
        .containsExactly(AccessRules.grant(1, "dan", NOON, NOON.plus(Duration.ofHours(2))));
    assertThat(story.state(2).granted()).isEqualTo(new Request.Granted(story.grant(1), null));
  }

  @Test
  void theShortestApprovalSaysByHowMuch() {
    story.ask("dan", AccessRules.extension(1, HOUR));
    story.approve(2, "amy", Duration.ofMinutes(10));
    story.merge(2, "dan");
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(Duration.ofMinutes(70)));
  }

  @Test
  void itEndsWithWhatWasAskedForWhateverTheGrantHasBecome() {
    story.ask("dan", AccessRules.extension(1, HOUR));
    story.ask("dan", AccessRules.extension(1, until(2)));
    story.ask("dan", AccessRules.extension(1, until(3)));
    for (long number : new long[] {2, 3, 4}) {
      story.approve(number, "amy");
    }
    story.merge(2, "dan");
    story.merge(4, "dan");
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(Duration.ofHours(3)));
  }

  @Test
  void itNeverMakesAnythingShorter() {
    story.ask("dan", AccessRules.extension(1, until(2)));
    story.ask("dan", AccessRules.extension(1, until(3)));
    story.ask("dan", AccessRules.extension(1, until(2)));
    story.approve(2, "amy");
    story.approve(3, "amy");
    story.merge(3, "dan");
    assertThat(story.codes(2)).containsExactly("extended-already");
    assertThat(story.reasons(2).getFirst().message()).contains("2026-03-02T15:00:00Z");
    assertThat(refused(story.merge(2, "dan"))).isEqualTo("not-agreed");
    assertThat(refused(story.bypass(4, "dan"))).isEqualTo("extended-already");
    assertThat(story.grant(1).ends()).isEqualTo(NOON.plus(Duration.ofHours(3)));
  }

  @Test
  void whatWasRevokedMeanwhileStaysEnded() {
    story.ask("dan", AccessRules.extension(1, HOUR));
    story.ask("dan", AccessRules.extension(1, until(2)));
    story.approve(2, "amy");
    story.revoke(1, "bob");
    assertThat(story.codes(2)).containsExactly("grant-ended");
    assertThat(refused(story.merge(2, "dan"))).isEqualTo("not-agreed");
    assertThat(refused(story.bypass(3, "dan"))).isEqualTo("grant-ended");
    assertThat(story.rules().grants()).isEmpty();
  }

  @Test
  void whatIsOverStaysEndedAlsoBeforeAnybodyWroteThatDown() {
    story.ask("dan", AccessRules.extension(1, HOUR));
    story.approve(2, "amy");
    story.ask("dan", AccessRules.extension(1, until(2)));
    story.later(Duration.ofMinutes(30));
    assertThat(story.rules().grants()).hasSize(1);
    assertThat(refused(story.merge(2, "dan"))).isEqualTo("expired");
    assertThat(refused(story.bypass(3, "dan"))).isEqualTo("expired");
  }

  @Test
  void anotherAccessIsNoneOfItsBusiness() {
    story.ask("eve", AccessRules.reveal(HOUR));
    story.approve(2, "amy");
    story.merge(2, "eve");
    story.ask("dan", AccessRules.extension(1, HOUR));
    story.approve(3, "amy");
    story.merge(3, "dan");
    assertThat(story.rules().grants()).hasSize(2);
    assertThat(story.grant(2).ends()).isEqualTo(NOON.plus(Duration.ofMinutes(90)));
  }
}
