package io.countersign.delivery;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Rounds.Round;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.policy.Policy;
import io.countersign.policy.Reminders;
import io.countersign.policy.Terms;
import io.countersign.request.Command;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** When approvers are reminded, and who: as the policy says, and as long as it helps. */
class RemindingTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Policy TWO =
      reminding(
          HOUR, 3, Rulebook.declineAfter(2, policy("two", requirement(2, "bob", "cem", "dan"))));

  private final Story story = story(TWO);

  private static Policy reminding(Duration after, int atMost, Policy policy) {
    return Rulebook.with(policy, policy.terms().reminding(new Reminders(after, HOUR, atMost)));
  }

  private static Story story(Policy... policies) {
    Story story =
        new Story(
            Rulebook.rules(List.of(policies), "ann"),
            People.directory("ann", "bob", "cem", "dan", "eve"));
    story.submit("ann", Rulebook.DB);
    return story;
  }

  private static Instant after(int hours) {
    return Proposals.NOON.plus(HOUR.multipliedBy(hours));
  }

  private static Round round(Story of, int hours) {
    return Objects.requireNonNull(Reminding.after(of.revision(), 1, after(hours - 1)));
  }

  private static SortedSet<PersonId> people(Story of, Round round) {
    return Reminding.people(of.state(), of.revision(), round, of.rules(), of.directory());
  }

  @Test
  void roundsFollowEachOtherUntilTheLast() {
    assertThat(Reminding.first(story.revision(), 7))
        .isEqualTo(new Round(Proposals.ONE, 7, story.revision().digest(), 1, after(1)));
    assertThat(Reminding.after(story.revision(), 7, after(1)))
        .isEqualTo(new Round(Proposals.ONE, 7, story.revision().digest(), 2, after(2)));
    assertThat(Reminding.after(story.revision(), 7, after(3))).isNull();
  }

  @Test
  void whatWasMissedIsLeftOut() {
    assertThat(Reminding.after(story.revision(), 1, after(2).plusSeconds(1)))
        .extracting(Round::number)
        .isEqualTo(3);
  }

  @Test
  void whereNoPolicyRemindsThereIsNoRound() {
    assertThat(Reminding.first(story(policy("one", requirement(1, "bob"))).revision(), 1)).isNull();
  }

  @Test
  void theTimesOfAllPoliciesCountAndEachRemindsItsOwnPeople() {
    Story both =
        story(
            reminding(HOUR, 1, policy("one", requirement(1, "bob"))),
            reminding(HOUR.multipliedBy(2), 1, policy("other", requirement(1, "cem"))),
            policy("silent", requirement(1, "dan")));
    Round first = round(both, 1);
    Round second = round(both, 2);
    assertThat(List.of(first.number(), second.number())).containsExactly(1, 2);
    assertThat(people(both, first)).isEqualTo(People.ids("bob"));
    assertThat(people(both, second)).isEqualTo(People.ids("cem"));
  }

  @Test
  void whoHasVotedOrCannotHelpIsLeftInPeace() {
    assertThat(people(story, round(story, 1))).isEqualTo(People.ids("bob", "cem", "dan"));
    story.reject("bob");
    story.people(People.person("ann"), People.person("cem"), People.gone(People.person("dan")));
    assertThat(people(story, round(story, 1))).isEqualTo(People.ids("cem"));
  }

  @Test
  void anAuthorWhoMayApproveKnowsOfIt() {
    Policy own = policy("own", requirement(2, "ann", "bob"));
    Terms terms = Rulebook.selfApproval(own).terms();
    Story self = story(reminding(HOUR, 1, Rulebook.with(own, terms)));
    assertThat(people(self, round(self, 1))).isEqualTo(People.ids("bob"));
  }

  @Test
  void whereOnlySomethingElseIsMissingNobodyIsReminded() {
    story.approve("bob");
    story.approve("cem");
    story.rules(Rulebook.rules(List.of(TWO), "dan"));
    assertThat(story.clearing().of(story.reasons()).getFirst().clearedBy())
        .isEqualTo(People.ids("dan"));
    assertThat(people(story, round(story, 1))).isEmpty();
  }

  @Test
  void aRoundIsOverOnceItsVotesAreNotWaitedFor() {
    Round round = round(story, 1);
    assertThat(Reminding.waits(story.state(), round, story.now())).isTrue();
    assertThat(Reminding.waits(story.state(), round, after(24 * 365))).isFalse();
    Story revised = story(TWO);
    revised.revise("ann", Rulebook.document("/other"));
    assertThat(Reminding.waits(revised.state(), round, story.now())).isFalse();
    story.approve("bob");
    story.approve("cem");
    story.merge("ann");
    assertThat(Reminding.waits(story.state(), round, story.now())).isFalse();
    story.take(new Command.GiveUp(Reason.of("keys-changed", "changed"), true));
    assertThat(Reminding.waits(story.state(), round, story.now())).isFalse();
  }
}
