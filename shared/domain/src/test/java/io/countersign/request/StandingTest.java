package io.countersign.request;

import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refusal;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Reason;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Terms;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The states of design §2, and rules 8 to 11. */
class StandingTest {
  private static final Reason STOPPED = Reason.of("keys-changed", "prod:/db changed meanwhile.");
  private static final Remains HELD =
      new Remains(Rulebook.DB, Remains.State.HELD, "v2", "prod:/db holds it.");
  private static final Landed LANDED =
      new Landed(Rulebook.DB, "arn", "v2", List.of("PASSWORD"), Landed.Fate.WRITTEN);

  private static Story open() {
    Story story =
        new Story(
            Rulebook.rules(List.of(policy("first", requirement(1, "bob"))), "ann"),
            People.directory("ann", "bob"));
    story.submit("ann", Rulebook.DB);
    return story;
  }

  private static Story merging() {
    Story story = open();
    story.approve("bob");
    story.merge("ann");
    return story;
  }

  @Test
  void beforeItsSubmissionThereIsNoRequest() {
    assertThat(refused(Requests.decide(null, new Command.Expire(), Proposals.NOON)))
        .isEqualTo("not-found");
  }

  @Test
  void aRequestIsSubmittedOnce() {
    assertThat(refused(open().submit("ann", Rulebook.DB))).isEqualTo("exists");
  }

  @TestFactory
  Stream<DynamicTest> whatHasEndedAbsorbsEveryCommand() {
    Map<String, Consumer<Story>> ends =
        Map.of(
            "rejected", story -> story.reject("bob"),
            "withdrawn", story -> story.withdraw("ann"),
            "merging",
                story -> {
                  story.approve("bob");
                  story.merge("ann");
                },
            "merged", story -> end(story, new Command.Finish(List.of(LANDED))),
            "failed", story -> end(story, new Command.Fail(List.of(HELD))));
    return ends.entrySet().stream()
        .map(
            end ->
                DynamicTest.dynamicTest(
                    end.getKey(),
                    () -> {
                      Story story = open();
                      end.getValue().accept(story);
                      assertThat(story.state().status().name()).isEqualToIgnoringCase(end.getKey());
                      assertThat(
                              List.of(
                                  refused(story.approve("bob")),
                                  refused(story.reject("bob")),
                                  refused(story.merge("ann")),
                                  refused(story.withdraw("ann"))))
                          .containsOnly(end.getKey());
                    }));
  }

  private static void end(Story story, Command command) {
    story.approve("bob");
    story.merge("ann");
    story.take(command);
  }

  @Test
  void whileMergingNotEvenACommentIsTaken() {
    assertThat(refused(merging().comment("ann"))).isEqualTo("merging");
  }

  @Test
  void onlyAMergeUnderWayEnds() {
    for (Command end :
        List.of(
            new Command.Finish(List.of(LANDED)),
            new Command.GiveUp(STOPPED, true),
            new Command.Fail(List.of(HELD)))) {
      assertThat(refused(open().take(end))).isEqualTo("not-merging");
    }
  }

  @Test
  void aMergeEndsWithAnEventForEachDocument() {
    Story story = merging();
    assertThat(accepted(story.take(new Command.Finish(List.of(LANDED, LANDED)))))
        .containsExactly("Merged", "SecretsChanged", "SecretsChanged");
    assertThat(story.state().status()).isEqualTo(Status.MERGED);
    assertThat(story.state().landed()).containsExactly(LANDED, LANDED);
  }

  @Test
  void afterAConflictTheRevisionIsDead() {
    Story story = merging();
    assertThat(accepted(story.take(new Command.GiveUp(STOPPED, true))))
        .containsExactly("Conflicted");
    assertThat(story.state().status()).isEqualTo(Status.OPEN);
    assertThat(story.reasons()).containsExactly(STOPPED);
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
    assertThat(accepted(story.withdraw("ann"))).containsExactly("Withdrawn");
  }

  @Test
  void whatWasOnlyHinderedMayBeMergedAgain() {
    Story story = merging();
    story.take(new Command.GiveUp(STOPPED, false));
    assertThat(story.state().stopped()).isEqualTo(STOPPED);
    assertThat(accepted(story.merge("ann"))).containsExactly("MergeStarted");
    story.take(new Command.Finish(List.of(LANDED)));
    assertThat(story.state().stopped()).isNull();
  }

  @Test
  void onlyWhatFailedIsRefusedWithWhatStoppedIt() {
    Story withdrawn = merging();
    withdrawn.take(new Command.GiveUp(STOPPED, false));
    withdrawn.withdraw("ann");
    assertThat(refusal(withdrawn.merge("ann")).reasons()).isEmpty();
    Story failed = merging();
    failed.take(new Command.Fail(List.of(HELD)));
    assertThat(refusal(failed.merge("ann")).reasons())
        .containsExactly(Reason.of("merge-failed", "prod:/db holds it."));
  }

  @Test
  void aFailureKeepsTheWholeTruth() {
    Story story = merging();
    Remains other =
        new Remains(
            Rulebook.document("/b"), Remains.State.NOT_HELD, null, "prod:/b does not hold it.");
    assertThat(accepted(story.take(new Command.Fail(List.of(HELD, other)))))
        .containsExactly("Failed");
    assertThat(story.state().remains()).containsExactly(HELD, other);
    assertThat(story.state().stopped())
        .isEqualTo(Reason.of("merge-failed", "prod:/db holds it. prod:/b does not hold it."));
  }

  @Test
  void whenItsTimeIsOverNothingButItsEndIsTaken() {
    Story story = open();
    story.later(Duration.ofDays(14));
    assertThat(
            List.of(
                refused(story.approve("bob")),
                refused(story.merge("ann")),
                refused(story.withdraw("ann"))))
        .containsOnly("expired");
    assertThat(accepted(story.comment("bob"))).containsExactly("Commented");
    assertThat(accepted(story.take(new Command.Expire()))).containsExactly("Expired");
    assertThat(story.state().status()).isEqualTo(Status.EXPIRED);
  }

  @Test
  void nothingExpiresBeforeItsTime() {
    Story story = open();
    story.later(Duration.ofDays(14).minusMillis(1));
    assertThat(refused(story.take(new Command.Expire()))).isEqualTo("not-due");
    assertThat(accepted(story.approve("bob"))).contains("Voted");
  }

  @Test
  void aMergeUnderWayDoesNotExpire() {
    Story story = merging();
    story.later(Duration.ofDays(14));
    assertThat(refused(story.take(new Command.Expire()))).isEqualTo("not-due");
    assertThat(accepted(story.take(new Command.Finish(List.of(LANDED))))).contains("Merged");
  }

  @Test
  void theShortestTimeOfItsPoliciesIsItsOwn() {
    Policy p = policy("first", requirement(1, "bob"));
    Policy shorter =
        Rulebook.with(
            policy("second", requirement(1, "bob")),
            new Terms(false, 1, Duration.ofHours(1), null, false, new Bypass.Off(), false));
    Story story =
        new Story(Rulebook.rules(List.of(p, shorter), "ann"), People.directory("ann", "bob"));
    story.submit("ann", Rulebook.DB);
    assertThat(story.state().expiresAt()).isEqualTo(Proposals.NOON.plus(Duration.ofHours(1)));
  }

  @Test
  void whatNothingGovernsMergesAtOnceWithTheSameHistory() {
    Story story = new Story(Rulebook.rules(List.of(), "ann"), People.directory("ann"));
    assertThat(accepted(story.submit("ann", Rulebook.DB)))
        .containsExactly("Submitted", "MergeStarted");
    assertThat(story.events().getLast())
        .isEqualTo(Event.MergeStarted.agreed(People.id("ann"), story.revision().digest(), true));
    assertThat(story.state().status()).isEqualTo(Status.MERGING);
    assertThat(story.state().expiresAt()).isNull();
  }

  @Test
  void whatNothingGovernsStillNeedsTheRightToPropose() {
    Story story = new Story(Rulebook.rules(List.of()), People.directory("ann"));
    assertThat(refused(story.submit("ann", Rulebook.DB))).isEqualTo("may-not-propose");
  }
}
