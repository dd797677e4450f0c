package io.countersign.request;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Bypass;
import io.countersign.revision.Landed;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That somebody was not reached is said of a request whatever became of it. */
class SilenceTest {
  private static final Command SILENCE =
      new Command.TellOfTrouble(
          new Event.DeliveryFailed(
              1, "Submitted", List.of(new Event.Unreached(People.id("bob"), "gone"))));

  private final Story story =
      new Story(
          Rulebook.rules(
              List.of(Rulebook.bypass(new Bypass.Anyone(), policy("open", requirement(1, "bob")))),
              "ann"),
          People.directory("ann", "bob"));

  SilenceTest() {
    story.submit("ann", Rulebook.DB);
  }

  @Test
  void itChangesNothingOfTheRequest() {
    Request before = story.state();
    assertThat(accepted(story.take(SILENCE))).containsExactly("DeliveryFailed");
    assertThat(story.state()).isEqualTo(before.at(before.sequence() + 1));
  }

  @Test
  void itWaitsForTheEndOfAMerge() {
    story.bypass("ann", "The provider has leaked it.");
    assertThat(refused(story.take(SILENCE))).isEqualTo("merging");
    Landed landed = new Landed(Rulebook.DB, "arn", "v2", List.of("KEY"), Landed.Fate.WRITTEN);
    story.take(new Command.Finish(List.of(landed)));
    assertThat(accepted(story.take(SILENCE))).containsExactly("DeliveryFailed");
  }

  @Test
  void itIsSaidAlsoWhenTheTimeIsOver() {
    story.later(Duration.ofDays(400));
    assertThat(accepted(story.take(SILENCE))).containsExactly("DeliveryFailed");
  }
}
