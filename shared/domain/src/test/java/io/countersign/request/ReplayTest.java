package io.countersign.request;

import static io.countersign.sample.Rulebook.requirement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.countersign.explain.Reason;
import io.countersign.policy.Policy;
import io.countersign.property.Cases;
import io.countersign.revision.Remains;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever happens to a request: its events alone give its state, and no rule is broken. */
class ReplayTest {
  private static final List<String> PEOPLE = List.of("ann", "bob", "cem", "dan");
  private static final Reason REASON = Reason.of("code", "message");
  private static final Remains REMAINS =
      new Remains(Rulebook.DB, Remains.State.IN_DOUBT, "v2", "message");

  @Test
  void theEventsOfARequestGiveItsState() {
    Cases.each(
        1_000,
        random -> {
          Story story = submitted(random);
          for (int i = 0; i < 12; i++) {
            Request before = story.state();
            Outcome outcome = step(random, story);
            switch (outcome) {
              case Outcome.Refused _ -> assertThat(story.state()).isEqualTo(before);
              case Outcome.Accepted(List<Event> events) -> {
                assertThat(events).isNotEmpty();
                assertThat(before.status().ended() && !commented(events)).isFalse();
              }
            }
            assertThat(story.state().sequence()).isEqualTo(story.events().size());
          }
          assertThat(timeless(replayed(story))).isEqualTo(timeless(story.state()));
        });
  }

  @Test
  void nothingMergesWithoutTheVotesOfEnoughPeople() {
    Cases.each(
        1_000,
        random -> {
          Story story = submitted(random);
          for (int i = 0; i < 12 && story.state().status() == Status.OPEN; i++) {
            var votes = story.state().votes();
            step(random, story);
            if (story.state().status() == Status.MERGING) {
              assertThat(votes.values()).noneMatch(each -> each.decision() == Decision.REJECT);
              assertThat(
                      votes.keySet().stream()
                          .filter(each -> !story.revision().authors().contains(each))
                          .count())
                  .isGreaterThanOrEqualTo(
                      story
                          .revision()
                          .policies()
                          .getFirst()
                          .requirements()
                          .getFirst()
                          .requirement()
                          .approvals());
            }
          }
        });
  }

  private static boolean commented(List<Event> events) {
    return events.getFirst() instanceof Event.Commented;
  }

  private static Story submitted(RandomGenerator random) {
    Policy policy =
        Rulebook.declineAfter(
            1 + random.nextInt(2),
            Rulebook.policy("some", requirement(1 + random.nextInt(2), "bob", "cem", "dan")));
    Story story =
        new Story(
            Rulebook.rules(List.of(policy), "ann", "dan"),
            People.directory("ann", "bob", "cem", "dan"));
    story.submit("ann", Rulebook.DB);
    return story;
  }

  private static Outcome step(RandomGenerator random, Story story) {
    String who = Cases.oneOf(random, PEOPLE);
    story.later(Duration.ofDays(random.nextInt(3)));
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> story.approve(who);
      case 3 -> story.reject(who);
      case 4 -> story.merge(who);
      case 5 -> story.comment(who);
      case 8 -> story.revise(who, Rulebook.DB);
      case 6 ->
          story.take(
              random.nextBoolean()
                  ? new Command.Finish(List.of())
                  : new Command.GiveUp(REASON, random.nextBoolean()));
      case 7 ->
          story.take(
              random.nextBoolean() ? new Command.Fail(List.of(REMAINS)) : new Command.Expire());
      default -> random.nextInt(4) == 0 ? story.withdraw(who) : story.comment(who);
    };
  }

  private static Request replayed(Story story) {
    return Requests.evolve(Proposals.ONE, null, story.events(), Proposals.NOON);
  }

  /** Without the times of the votes, which are those of their commits. */
  private static String timeless(Request request) {
    return request.toString().replaceAll("at=[^,]*,", "");
  }

  @Test
  void aRequestBeginsWithItsSubmission() {
    assertThatNullPointerException()
        .isThrownBy(
            () -> Requests.evolve(Proposals.ONE, null, new Event.Expired(), Proposals.NOON));
  }
}
