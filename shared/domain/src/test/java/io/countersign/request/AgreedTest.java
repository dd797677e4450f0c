package io.countersign.request;

import static io.countersign.sample.People.person;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Terms;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What begins at the moment of agreement: the time to merge (rule 10) and the merge by itself. */
class AgreedTest {
  private static final Policy ONE = policy("one", requirement(1, "bob"));
  private static final Policy TWO = policy("two", requirement(1, "cem"));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private static Policy within(@Nullable Duration time, boolean automatic, Policy policy) {
    return Rulebook.with(
        policy, new Terms(false, 1, DAY, time, automatic, new Bypass.Off(), false));
  }

  private static Story submitted(Policy... policies) {
    Story story =
        new Story(Rulebook.rules(List.of(policies), "ann"), People.directory("ann", "bob", "cem"));
    story.submit("ann", Rulebook.DB);
    return story;
  }

  private static Event.Agreed agreed(Story story) {
    return (Event.Agreed) story.events().getLast();
  }

  @Test
  void theTimeToMergeRunsFromTheAgreement() {
    Story story = submitted(within(HOUR, false, ONE));
    story.later(DAY.minusMinutes(1));
    story.approve("bob");
    story.later(HOUR.minusMillis(1));
    assertThat(accepted(story.merge("ann"))).containsExactly("MergeStarted");
  }

  @Test
  void whatNobodyMergesInTimeEnds() {
    Story story = submitted(within(HOUR, false, ONE));
    story.approve("bob");
    assertThat(refused(story.take(new Command.Expire()))).isEqualTo("not-due");
    assertThat(story.codes()).isEmpty();
    story.later(HOUR);
    assertThat(story.codes()).containsExactly("expired");
    assertThat(refused(story.merge("ann"))).isEqualTo("expired");
    assertThat(accepted(story.take(new Command.Expire()))).containsExactly("Expired");
  }

  @Test
  void takingTheVoteBackGivesNoMoreTime() {
    Story story = submitted(within(HOUR, false, ONE));
    story.approve("bob");
    story.later(HOUR.minusMinutes(1));
    story.retract("bob");
    story.approve("bob");
    story.later(Duration.ofMinutes(1));
    assertThat(refused(story.merge("ann"))).isEqualTo("expired");
  }

  @Test
  void withoutATimeToMergeTheOldOneGoesOn() {
    Story story = submitted(within(null, false, ONE));
    story.approve("bob");
    assertThat(story.state().expiresAt()).isEqualTo(Proposals.NOON.plus(DAY));
  }

  @Test
  void theShortestTimeToMergeCounts() {
    Story story = submitted(within(Duration.ofHours(2), false, ONE), within(HOUR, false, TWO));
    story.approve("bob");
    story.approve("cem");
    assertThat(agreed(story).mergeBy()).isEqualTo(Proposals.NOON.plus(HOUR));
  }

  @Test
  void itIsMergedByItselfOnlyWhereAllPoliciesSaySo() {
    Story all = submitted(within(null, true, ONE), within(null, true, TWO));
    all.approve("bob");
    all.approve("cem");
    assertThat(agreed(all).automatic()).isTrue();
    Story some = submitted(within(null, true, ONE), within(null, false, TWO));
    some.approve("bob");
    some.approve("cem");
    assertThat(agreed(some).automatic()).isFalse();
  }

  @Test
  void itIsSaidByTheVoteThatMeetsBoundAndLivePolicies() {
    Policy both = policy("one", requirement(1, "bob", "cem"));
    Story story = submitted(within(HOUR, false, both));
    Policy live = Rulebook.edited(both, requirement(2, "bob", "cem"));
    story.rules(Rulebook.rules(List.of(live), "ann"));
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted");
    assertThat(story.codes()).containsExactly("approvals-missing");
    assertThat(story.state().expiresAt()).isEqualTo(Proposals.NOON.plus(DAY));
    assertThat(accepted(story.approve("cem"))).containsExactly("Voted", "Agreed");
    assertThat(story.state().expiresAt()).isEqualTo(Proposals.NOON.plus(HOUR));
  }

  @Test
  void itIsNotSaidWhileAVoteOfWhoHasLeftIsMissing() {
    Story story =
        new Story(
            Rulebook.rules(List.of(policy("two", requirement(2, "@ops"))), "ann"),
            People.directory(person("ann"), person("bob", "ops"), person("cem", "ops")));
    story.submit("ann", Rulebook.DB);
    story.approve("bob");
    story.people(person("ann"), person("bob"), person("cem", "ops"));
    assertThat(accepted(story.approve("cem"))).containsExactly("Voted");
    assertThat(story.state().announced()).isFalse();
  }
}
