package io.countersign.delivery;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.Rounds.Round;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.policy.Policy;
import io.countersign.policy.Reminders;
import io.countersign.request.Command;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When approvers are reminded, and that nobody is who has nothing to do. */
class RemindingTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Reason CONFLICT = Reason.of("keys-changed", "It changed meanwhile.");

  private static Policy reminding(Policy policy, int after, int every, int times) {
    Reminders reminders = new Reminders(HOUR.multipliedBy(after), HOUR.multipliedBy(every), times);
    return Rulebook.with(policy, policy.terms().reminding(reminders));
  }

  private static Story story(Policy... policies) {
    Story story =
        new Story(
            Rulebook.rules(List.of(policies), "ann", "cem"),
            People.directory("ann", "bob", "cem", "dan"));
    story.submit("ann", Rulebook.DB);
    return story;
  }

  private static Story asking(int approvals) {
    return story(reminding(policy("one", requirement(approvals, "bob", "cem")), 2, 1, 3));
  }

  private static Instant at(int hours) {
    return Proposals.NOON.plus(HOUR.multipliedBy(hours));
  }

  private static Round round(Story story, int number, int hours) {
    return new Round(Proposals.ONE, 7, story.state().digest(), number, at(hours));
  }

  private static @Nullable Round after(Story story, Instant time) {
    return Reminding.after(story.state(), story.revision(), round(story, 1, 0), time);
  }

  private static SortedSet<PersonId> people(Story story) {
    Round first = requireNonNull(Reminding.first(story.revision(), 1));
    return Reminding.people(
        story.state(), story.revision(), first, story.rules(), story.directory());
  }

  private static boolean waits(Story story) {
    return Reminding.waits(story.state(), round(story, 1, 2), story.now());
  }

  @Test
  void roundsComeAtTheTimesOfAllPoliciesOnceEach() {
    Story story =
        story(
            reminding(policy("one", requirement(1, "bob")), 2, 1, 3),
            reminding(policy("two", requirement(1, "cem")), 3, 3, 2));
    assertThat(Reminding.first(story.revision(), 7)).isEqualTo(round(story, 1, 2));
    assertThat(after(story, at(2).minusNanos(1))).isEqualTo(round(story, 1, 2));
    assertThat(after(story, at(2))).isEqualTo(round(story, 2, 3));
    assertThat(after(story, at(3))).isEqualTo(round(story, 3, 4));
    assertThat(after(story, at(4))).isEqualTo(round(story, 4, 6));
    assertThat(after(story, at(6))).isNull();
  }

  @Test
  void wherePoliciesRemindNobodyThereIsNoRound() {
    assertThat(Reminding.first(story(policy("one", requirement(1, "bob"))).revision(), 1)).isNull();
  }

  @Test
  void aRoundIsForTheRevisionThatWaitsAndForNoneThatIsOver() {
    Story story = asking(1);
    assertThat(waits(story)).isTrue();
    Round former = round(story, 1, 2);
    story.revise("ann", Rulebook.document("/other"));
    assertThat(waits(story)).isTrue();
    assertThat(Reminding.waits(story.state(), former, story.now())).isFalse();
    story.later(Duration.ofDays(14));
    assertThat(waits(story)).isFalse();
    Story withdrawn = asking(1);
    withdrawn.withdraw("ann");
    assertThat(waits(withdrawn)).isFalse();
  }

  @Test
  void whatCanNeverBeMergedRemindsNobody() {
    for (boolean dead : new boolean[] {false, true}) {
      Story story = asking(1);
      story.approve("bob");
      story.merge("ann");
      story.take(new Command.GiveUp(CONFLICT, dead));
      assertThat(waits(story)).isEqualTo(!dead);
    }
  }

  @Test
  void thoseAreRemindedWhosePolicyRemindsThen() {
    Policy one = policy("one", requirement(1, "bob"));
    Policy two = policy("two", requirement(1, "cem"));
    assertThat(people(story(reminding(one, 2, 1, 1), two))).isEqualTo(People.ids("bob"));
    assertThat(people(story(reminding(one, 2, 1, 1), reminding(two, 3, 1, 1))))
        .isEqualTo(People.ids("bob"));
    assertThat(people(story(reminding(one, 2, 1, 1), reminding(two, 2, 2, 2))))
        .isEqualTo(People.ids("bob", "cem"));
  }

  @Test
  void onlyThoseWhoseApprovalIsStillWantedAreReminded() {
    Story two = asking(2);
    two.approve("bob");
    assertThat(people(two)).isEqualTo(People.ids("cem"));
    Story one = asking(1);
    one.approve("bob");
    assertThat(people(one)).isEmpty();
  }

  @Test
  void whoHasVotedOrIsTheAuthorIsNotReminded() {
    Policy policy = Rulebook.policy("one", requirement(2, "ann", "bob", "cem"));
    Story story =
        story(reminding(Rulebook.declineAfter(2, Rulebook.selfApproval(policy)), 2, 1, 1));
    assertThat(people(story)).isEqualTo(People.ids("bob", "cem"));
    story.reject("bob");
    assertThat(people(story)).isEqualTo(People.ids("cem"));
  }

  @Test
  void whoCouldClearSomethingElseOnlyIsNotReminded() {
    Story story = asking(1);
    story.approve("bob");
    story.rules(Rulebook.rules(story.rules().policies(), "cem"));
    assertThat(story.reasons())
        .anySatisfy(each -> assertThat(each.clearedBy()).isEqualTo(People.ids("cem")));
    assertThat(people(story)).isEmpty();
  }
}
