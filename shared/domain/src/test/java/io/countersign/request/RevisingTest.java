package io.countersign.request;

import static io.countersign.sample.Rulebook.binding;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;
import static io.countersign.sample.Story.accepted;
import static io.countersign.sample.Story.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.Role;
import io.countersign.explain.Reason;
import io.countersign.name.PathGlob;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.revision.Digest;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 1, 2, 4, 6 and 8, when a request gets another revision. */
class RevisingTest {
  private static final DocumentId OTHER = Rulebook.document("/other");
  private static final Policy ONE = policy("one", requirement(1, "bob", "cem"));
  private static final Remains HELD =
      new Remains(Rulebook.DB, Remains.State.HELD, "v2", "prod:/db holds it.");
  private static final Reason STOPPED = Reason.of("keys-changed", "prod:/db changed meanwhile.");

  private static Story open(Policy... policies) {
    Story story =
        new Story(
            Rulebook.rules(List.of(policies), "ann", "dan"),
            People.directory("ann", "bob", "cem", "dan", "eve"));
    story.submit("ann", Rulebook.DB);
    return story;
  }

  private static void governed(Story story, Policy... policies) {
    story.rules(Rulebook.rules(List.of(policies), "ann", "dan"));
  }

  @Test
  void itsAuthorMakesTheNextRevision() {
    Story story = open(ONE);
    Digest first = story.state().digest();
    assertThat(accepted(story.revise("ann", OTHER))).containsExactly("Revised");
    assertThat(story.state().revision()).isEqualTo(2);
    assertThat(story.state().digest()).isEqualTo(story.revision().digest()).isNotEqualTo(first);
    assertThat(story.state().title()).isEqualTo("Another password");
    assertThat(story.state().documents()).containsExactly(OTHER);
    assertThat(story.state().createdAt()).isEqualTo(Proposals.NOON);
  }

  @Test
  void aNewRevisionHasNoVotes() {
    Story story = open(policy("two", requirement(2, "bob", "cem")));
    story.approve("bob");
    story.revise("ann", Rulebook.DB);
    assertThat(story.state().votes()).isEmpty();
    story.approve("cem");
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
    story.approve("bob");
    assertThat(accepted(story.merge("ann"))).containsExactly("MergeStarted");
  }

  @Test
  void anAgreementWithTheFormerRevisionIsNone() {
    Story story = open(ONE);
    story.approve("bob");
    story.revise("ann", Rulebook.DB);
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
    assertThat(accepted(story.approve("cem"))).containsExactly("Voted", "Agreed");
  }

  @Test
  void aStandingRejectionEndsWithItsRevision() {
    Story story = open(Rulebook.declineAfter(2, ONE));
    story.reject("bob");
    story.people(People.person("ann"), People.gone(People.person("bob")), People.person("cem"));
    story.revise("ann", Rulebook.DB);
    story.approve("cem");
    assertThat(accepted(story.merge("ann"))).containsExactly("MergeStarted");
  }

  @Test
  void rejectionsOfSeveralRevisionsAreNotAddedUp() {
    Story story = open(Rulebook.declineAfter(2, ONE));
    story.reject("bob");
    story.revise("ann", Rulebook.DB);
    assertThat(accepted(story.reject("cem"))).containsExactly("Voted");
  }

  @Test
  void aVoteOnTheFormerDigestIsRefused() {
    Story story = open(ONE);
    Digest first = story.state().digest();
    story.revise("ann", Rulebook.DB);
    Command.CastVote late =
        new Command.CastVote(
            story.actor("bob"),
            first,
            Decision.APPROVE,
            "",
            story.revision(),
            story.rules(),
            story.directory());
    assertThat(refused(story.take(late))).isEqualTo("stale-digest");
  }

  @Test
  void onlyWhatItsAuthorSawIsRevised() {
    Story story = open(ONE);
    Digest first = story.state().digest();
    story.revise("ann", Rulebook.DB);
    assertThat(refused(story.revise("dan", first, Rulebook.DB))).isEqualTo("stale-digest");
    assertThat(story.state().revision()).isEqualTo(2);
  }

  @Test
  void whoMayProposeOnAllThatItTouchesTakesItOver() {
    Story story = open(ONE);
    assertThat(accepted(story.revise("dan", Rulebook.DB))).containsExactly("Revised");
    assertThat(story.state().author()).isEqualTo(People.id("dan"));
    assertThat(story.revision().author()).isEqualTo(People.id("dan"));
    assertThat(story.revision().authors()).containsExactly(People.id("ann"), People.id("dan"));
  }

  @Test
  void nobodyElseRevisesIt() {
    assertThat(refused(open(ONE).revise("eve", Rulebook.DB))).isEqualTo("may-not-revise");
    assertThat(refused(open(ONE).revise("bob", Rulebook.DB))).isEqualTo("may-not-revise");
  }

  @Test
  void nobodyTakesItOverByDroppingWhatIsNotTheirs() {
    Story story = new Story(withNarrow("dan"), People.directory("ann", "bob", "cem", "dan"));
    story.submit("ann", Rulebook.DB, OTHER);
    assertThat(refused(story.revise("dan", Rulebook.DB))).isEqualTo("may-not-revise");
  }

  @Test
  void nobodyAddsWhatIsNotTheirs() {
    Story story = new Story(withNarrow("dan"), People.directory("ann", "bob", "cem", "dan"));
    story.submit("ann", Rulebook.DB);
    assertThat(refused(story.revise("dan", Rulebook.DB, OTHER))).isEqualTo("may-not-propose");
    assertThat(accepted(story.revise("dan", Rulebook.DB))).containsExactly("Revised");
  }

  @Test
  void itsAuthorMayDropWhatIsNotTheirsAnyMore() {
    Story story = new Story(Rulebook.rules(List.of(ONE), "ann"), People.directory("ann", "bob"));
    story.submit("ann", Rulebook.DB, OTHER);
    story.rules(withNarrow("ann"));
    assertThat(refused(story.revise("ann", Rulebook.DB, OTHER))).isEqualTo("may-not-propose");
    assertThat(accepted(story.revise("ann", Rulebook.DB))).containsExactly("Revised");
  }

  /** Ann may propose everywhere, unless it is her who may only on {@code /db}. */
  private static Rules withNarrow(String who) {
    List<Binding> bindings = new ArrayList<>();
    if (!who.equals("ann")) {
      bindings.add(binding("ann", Role.DEVELOPER, "ann"));
    }
    Binding whole = binding("narrow", Role.DEVELOPER, who);
    bindings.add(
        new Binding(
            whole.id(), whole.role(), whole.holder(), Rulebook.PROD, new PathGlob("/db"), 1));
    return Rulebook.rules(List.of(ONE), bindings);
  }

  @Test
  void whoIsDeactivatedRevisesNothing() {
    Story story = open(ONE);
    story.people(
        People.gone(People.person("ann")), People.person("bob"), People.gone(People.person("dan")));
    assertThat(refused(story.revise("ann", Rulebook.DB))).isEqualTo("may-not-revise");
    assertThat(refused(story.revise("dan", Rulebook.DB))).isEqualTo("may-not-revise");
  }

  @Test
  void whoeverWasItsAuthorNeverApprovesIt() {
    Policy all = policy("all", requirement(1, "ann", "bob", "dan"));
    Story story = open(all);
    assertThat(refused(story.approve("ann"))).isEqualTo("own-request");
    story.revise("dan", Rulebook.DB);
    assertThat(refused(story.approve("ann"))).isEqualTo("own-request");
    assertThat(refused(story.approve("dan"))).isEqualTo("own-request");
    assertThat(accepted(story.approve("bob"))).containsExactly("Voted", "Agreed");
  }

  @Test
  void onlyItsPresentAuthorHasToBeEntitledStill() {
    Story story = open(ONE);
    story.people(People.gone(People.person("ann")), People.person("bob"), People.person("dan"));
    story.approve("bob");
    assertThat(story.reasons())
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.code()).isEqualTo("author-not-entitled");
              assertThat(reason.message()).contains("take it over by revising it");
              assertThat(reason.clearedBy()).isEqualTo(People.ids("dan"));
            });
    story.revise("dan", Rulebook.DB);
    story.approve("bob");
    assertThat(accepted(story.merge("dan"))).containsExactly("MergeStarted");
  }

  @Test
  void whoWasItsAuthorOnceOnlyReadsIt() {
    Story story =
        new Story(
            Rulebook.rules(
                List.of(ONE),
                List.of(
                    binding("ann", Role.DEVELOPER, "ann"), binding("dan", Role.DEVELOPER, "dan"))),
            People.directory("ann", "bob", "dan"));
    story.submit("ann", Rulebook.DB);
    story.revise("dan", Rulebook.DB);
    story.approve("bob");
    story.rules(Rulebook.rules(List.of(ONE), "dan"));
    assertThat(accepted(story.comment("ann"))).containsExactly("Commented");
    assertThat(refused(story.withdraw("ann"))).isEqualTo("may-not-withdraw");
    assertThat(refused(story.merge("ann"))).isEqualTo("may-not-merge");
    assertThat(accepted(story.merge("dan"))).containsExactly("MergeStarted");
  }

  @Test
  void aDeletedPolicyFreesTheNextRevision() {
    Story story = open(ONE, policy("more", requirement(1, "eve")));
    governed(story, ONE);
    story.approve("bob");
    assertThat(refused(story.merge("ann"))).isEqualTo("not-agreed");
    story.revise("ann", Rulebook.DB);
    story.approve("bob");
    assertThat(accepted(story.merge("ann"))).containsExactly("MergeStarted");
  }

  @Test
  void whoJoinedLaterCountsAfterANewRevision() {
    Story story = open(ONE);
    governed(story, Rulebook.edited(ONE, requirement(1, "eve")));
    assertThat(refused(story.approve("eve"))).isEqualTo("not-an-approver");
    story.revise("ann", Rulebook.DB);
    assertThat(accepted(story.approve("eve"))).containsExactly("Voted", "Agreed");
    assertThat(refused(story.approve("bob"))).isEqualTo("not-an-approver");
  }

  @Test
  void whatNothingGovernsAnyMoreIsMergedAtOnce() {
    Story story = open(ONE);
    governed(story);
    assertThat(accepted(story.revise("dan", Rulebook.DB)))
        .containsExactly("Revised", "MergeStarted");
    assertThat(story.events().getLast())
        .isEqualTo(Event.MergeStarted.agreed(People.id("dan"), story.revision().digest(), true));
    assertThat(story.state().status()).isEqualTo(Status.MERGING);
    assertThat(story.state().expiresAt()).isNull();
  }

  @Test
  void whatNobodyCouldApproveIsRefusedAndTheFormerRevisionStays() {
    Story story = open(policy("dan-or-nobody", requirement(1, "dan")));
    Digest first = story.state().digest();
    Outcome outcome = story.revise("dan", Rulebook.DB);
    assertThat(refused(outcome)).isEqualTo("nobody-could-approve");
    assertThat(((Outcome.Refused) outcome).refusal().reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.message()).contains("besides its authors"));
    assertThat(story.state().digest()).isEqualTo(first);
    assertThat(accepted(story.approve("dan"))).contains("Agreed");
  }

  @Test
  void itsTimeBeginsAnew() {
    Story story = open(ONE);
    story.later(Duration.ofDays(13));
    story.revise("ann", Rulebook.DB);
    assertThat(story.state().expiresAt()).isEqualTo(Proposals.NOON.plus(Duration.ofDays(27)));
  }

  @Test
  void afterAConflictItCanBeRevisedAndMerged() {
    Story story = open(ONE);
    story.approve("bob");
    story.merge("ann");
    story.take(new Command.GiveUp(STOPPED, true));
    assertThat(accepted(story.revise("ann", Rulebook.DB))).containsExactly("Revised");
    assertThat(story.state().dead()).isFalse();
    assertThat(story.state().stopped()).isNull();
    assertThat(story.codes()).containsExactly("approvals-missing");
    story.approve("bob");
    assertThat(accepted(story.merge("ann"))).containsExactly("MergeStarted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rejected", "withdrawn", "merging", "merged", "failed"})
  void whatIsNotOpenIsNotRevised(String status) {
    Story story = open(ONE);
    Consumer<Story> merging =
        each -> {
          each.approve("bob");
          each.merge("ann");
        };
    switch (status) {
      case "rejected" -> story.reject("bob");
      case "withdrawn" -> story.withdraw("ann");
      default -> merging.accept(story);
    }
    switch (status) {
      case "merged" ->
          story.take(
              new Command.Finish(
                  List.of(
                      new Landed(
                          Rulebook.DB, "arn", "v2", List.of("PASSWORD"), Landed.Fate.WRITTEN))));
      case "failed" -> story.take(new Command.Fail(List.of(HELD)));
      default -> {}
    }
    assertThat(refused(story.revise("ann", Rulebook.DB))).isEqualTo(status);
  }

  @Test
  void whenItsTimeIsOverItIsNotRevised() {
    Story story = open(ONE);
    story.later(Duration.ofDays(14));
    assertThat(refused(story.revise("ann", Rulebook.DB))).isEqualTo("expired");
    story.take(new Command.Expire());
    assertThat(refused(story.revise("ann", Rulebook.DB))).isEqualTo("expired");
  }
}
