package io.countersign.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Reason;
import io.countersign.project.DocumentId;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.vault.FakeVault;
import io.countersign.vault.PassingVault;
import io.countersign.vault.Seen;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is recorded of a merge, and what a holder keeps in mind. */
class PlanTest {
  private static final Progress.Intended MOVE = new Progress.Intended("arn", "base", "ours");
  private static final Tokens TOKENS = new Tokens(Proposals.ONE, Proposals.digest());
  private static final DocumentPlan ONE = plan("/one");
  private static final DocumentPlan TWO = plan("/two");

  private final FakeVault vault = new FakeVault();

  private static DocumentPlan plan(String path) {
    return DocumentPlan.of(Rulebook.document(path), "prod" + path, null);
  }

  private static DocumentPlan done(DocumentPlan plan, Landed.Fate fate) {
    return plan.with(
        new Progress.Done(new Landed(plan.document(), "arn", "ours", List.of("a"), fate), MOVE));
  }

  @Test
  void aLeaseLapsesAtItsTime() {
    Lease lease = new Lease(3, Proposals.NOON);
    assertThat(lease.lapsed(Proposals.NOON.minusNanos(1))).isFalse();
    assertThat(lease.lapsed(Proposals.NOON)).isTrue();
    assertThat(lease.next(Proposals.NOON).fence()).isEqualTo(4);
    assertThat(Lease.FREE.lapsed(Proposals.NOON)).isTrue();
  }

  @Test
  void theFirstPhaseLastsUntilNoDocumentIsUntouchedOrToBeLookedAtAfresh() {
    DocumentPlan intended = ONE.with(MOVE);
    assertThat(phase(ONE, TWO)).isEqualTo(Plan.Phase.PREPARING);
    assertThat(phase(intended, TWO)).isEqualTo(Plan.Phase.PREPARING);
    assertThat(phase(intended, TWO.with(new Progress.Reopened(MOVE))))
        .isEqualTo(Plan.Phase.PREPARING);
    assertThat(phase(intended, TWO.with(MOVE))).isEqualTo(Plan.Phase.WRITING);
    assertThat(phase(intended, done(TWO, Landed.Fate.WRITTEN))).isEqualTo(Plan.Phase.WRITING);
  }

  @Test
  void whatHasTurnedBackDoesSoToTheEnd() {
    Plan plan = Plan.of(Lease.FREE, List.of(ONE, TWO.with(MOVE)));
    assertThat(plan.retreating(Reason.of("back", "It turns back."), false).phase())
        .isEqualTo(Plan.Phase.TURNING_BACK);
  }

  private static Plan.Phase phase(DocumentPlan... plans) {
    return Plan.of(Lease.FREE, List.of(plans)).phase();
  }

  @Test
  void onlyEmptiedSecretsAreLeftOnceEverythingLanded() {
    Plan plan =
        Plan.of(
            Lease.FREE, List.of(done(ONE, Landed.Fate.WRITTEN), done(TWO, Landed.Fate.REMOVED)));
    assertThat(plan.landed()).isFalse();
    Plan after = plan.afterwards();
    assertThat(after.documents())
        .extracting(DocumentPlan::document)
        .containsExactly(TWO.document());
    assertThat(after.documents().getFirst().progress()).isInstanceOf(Progress.Removed.class);
    assertThat(after.landed()).isTrue();
    assertThat(plan.retreating(Reason.of("back", "It turns back."), true).afterwards().documents())
        .isEmpty();
    assertThat(Plan.of(Lease.FREE, List.of(ONE)).afterwards().documents()).isEmpty();
  }

  @Test
  void aMoveMayBeLiveFromItsIntentUntilItIsUndoneOrTheMergeIsOver() {
    DocumentPlan done = done(ONE, Landed.Fate.REMOVED);
    assertThat(ONE.with(MOVE).move()).isEqualTo(MOVE);
    assertThat(done.move()).isEqualTo(MOVE);
    assertThat(done.reopened().move()).isEqualTo(MOVE);
    assertThat(ONE.move()).isNull();
    assertThat(ONE.with(new Progress.Undone("v3")).move()).isNull();
    assertThat(Plan.of(Lease.FREE, List.of(done)).afterwards().documents())
        .singleElement()
        .satisfies(left -> assertThat(left.move()).isNull());
  }

  @Test
  void oneDocumentIsReplacedOrTakenOut() {
    Plan plan = Plan.of(Lease.FREE, List.of(ONE, TWO));
    assertThat(plan.with(TWO.again()).documents()).containsExactly(ONE, TWO.again());
    assertThat(plan.without(ONE).documents()).containsExactly(TWO);
  }

  @Test
  void whatAwsRefusesToDeleteKeepsNobodyWaitingUntilItIsTriedAgain() {
    DocumentPlan removed =
        Plan.of(Lease.FREE, List.of(done(TWO, Landed.Fate.REMOVED)))
            .afterwards()
            .documents()
            .getFirst();
    Plan plan = Plan.of(Lease.FREE, List.of(ONE, removed.undeletable()));
    assertThat(plan.secrets()).containsExactly("prod/one");
    assertThat(plan.undeleted()).containsExactly(TWO.document());
    Plan next = plan.with(new Lease(1, Proposals.NOON));
    assertThat(next.secrets()).containsExactly("prod/one", "prod/two");
    assertThat(next.undeleted()).isEmpty();
    assertThat(ONE.again().tried()).isEqualTo(ONE.again());
    assertThat(Plan.of(Lease.FREE, List.of(ONE.again())).undeleted()).isEmpty();
  }

  @Test
  void whatWasSeenOnTheWayForwardSaysNothingOnTheWayBack() {
    Plan plan = Plan.of(Lease.FREE, List.of(ONE));
    DocumentId id = ONE.document();
    Memory saw = Memory.of(plan).saw(Map.of(id, Observed.NOTHING.refused()));
    assertThat(saw.noted(plan.with(ONE.again())).of(ONE).refusals()).isEqualTo(1);
    Plan back = plan.retreating(Reason.of("back", "It turns back."), true);
    assertThat(saw.noted(back).of(ONE)).isEqualTo(Observed.NOTHING);
    assertThat(Observed.NOTHING.refused().refused().refusals()).isEqualTo(2);
  }

  @Test
  void noMoreIsShownOfWhatWasSeenThanVersions() {
    Observed saw =
        Observed.NOTHING
            .with(Map.of("v1", "s3cr3t"))
            .with(new Seen.Present("arn", "v1", null, "s3cr3t", null));
    assertThat(saw).hasToString("Observed[Present[arn, v1], null, NOT, null]");
    assertThat(new Action.Stage(ONE, Action.Why.CHANGE, "arn", "v1", "s3cr3t"))
        .hasToString("Stage[prod:/one, CHANGE, v1]");
  }

  @Test
  void whatHoldsNothingOfOursIsToldSo() {
    assertThat(Truth.free(ONE.with(new Progress.Undone("v3"))))
        .isEqualTo(remains("v3", "prod:/one does not hold the change."));
    assertThat(Truth.free(ONE)).isEqualTo(remains(null, "prod:/one does not hold the change."));
  }

  private static Remains remains(@Nullable String version, String words) {
    return new Remains(ONE.document(), Remains.State.NOT_HELD, version, words);
  }

  @Test
  void aCrowdedSecretIsHeldForAChangeAndNotForAnUndo() {
    String arn = vault.outsider().create("prod/one", "{}");
    PassingVault crowded =
        new PassingVault(vault) {
          @Override
          public boolean crowded(String of) {
            return of.equals(arn);
          }
        };
    Hand hand = new Hand(TOKENS, crowded);
    assertThat(hindrance(hand, Action.Why.CHANGE)).isEqualTo(Seen.Hindrance.CROWDED);
    assertThat(hindrance(hand, Action.Why.UNDO)).isNull();
    assertThat(hindrance(new Hand(TOKENS, vault), Action.Why.CHANGE)).isNull();
    vault.hold("prod/one", Seen.Hindrance.ROTATING);
    assertThat(hindrance(hand, Action.Why.CHANGE)).isEqualTo(Seen.Hindrance.ROTATING);
    Action.Recall recall = new Action.Recall(ONE, arn, Set.of("no-such-version"));
    assertThat(hand.make(recall, Observed.NOTHING).texts())
        .containsExactly(Map.entry("no-such-version", ""));
  }

  @Test
  void whoMakesASecretKnowsWhatItBeganAsAndWhoFindsOneDoesNot() {
    Hand hand = new Hand(TOKENS, vault);
    assertThat(hand.make(new Action.Create(ONE), Observed.NOTHING).born())
        .isEqualTo(TOKENS.creation("prod/one"));
    vault.outsider().create("prod/two", "{}");
    assertThat(hand.make(new Action.Create(TWO), Observed.NOTHING).born()).isNull();
  }

  private static Seen.@Nullable Hindrance hindrance(Hand hand, Action.Why why) {
    Seen seen = hand.make(new Action.Look(ONE, why), Observed.NOTHING).seen();
    return ((Seen.Present) Objects.requireNonNull(seen)).hindrance();
  }

  @Test
  void eachHindranceIsSaidWithItsRemedy() {
    assertThat(Held.words(Seen.Hindrance.ROTATING)).endsWith("when the rotation is over");
    assertThat(Held.words(Seen.Hindrance.CROWDED)).endsWith("merge again later");
    assertThat(Held.words(Seen.Hindrance.MANAGED)).contains("another AWS service");
    assertThat(Held.words(Seen.Hindrance.REPLICA)).contains("a replica");
  }
}
