package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.document.Document;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Wanted.Verdict;
import io.countersign.revision.Base;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Landed;
import io.countersign.revision.Nonce;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import io.countersign.revision.Sealing;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rule 8: base and conflict; and of rule 1, that the values are those that were sealed. */
class WantedTest {
  private static final String BASE = "{\"a\":\"1\",\"b\":\"2\",\"c\":3}";

  private static Verdict against(Asked asked, String now) {
    return asked.wanted(BASE).against(Asked.document(now));
  }

  private static void becomes(Asked asked, String now, String then) {
    assertThat(against(asked, now)).isEqualTo(new Verdict.Becomes(Asked.document(then)));
  }

  private static void conflicts(Asked asked, String now, String... keys) {
    assertThat(against(asked, now)).isEqualTo(new Verdict.Conflicts(List.of(keys)));
  }

  private static void holds(Asked asked, String now) {
    assertThat(against(asked, now)).isEqualTo(new Verdict.Holds());
  }

  @Test
  void keysThatOthersChangedElsewhereDoNotConflict() {
    becomes(
        Asked.nothing().set("a", "x"),
        "{\"new\":0,\"a\":\"1\",\"c\":4}",
        "{\"new\":0,\"a\":\"x\",\"c\":4}");
  }

  @Test
  void aKeyThatChangedSinceConflicts() {
    conflicts(Asked.nothing().set("a", "x").set("b", "y"), "{\"a\":\"9\",\"b\":\"2\"}", "a");
    conflicts(Asked.nothing().set("a", "x"), "{\"b\":\"2\"}", "a");
    conflicts(Asked.nothing().delete("a"), "{\"a\":\"9\"}", "a");
    conflicts(Asked.nothing().rename("a", "z"), "{\"a\":\"9\"}", "a");
  }

  @Test
  void aKeyOfAnotherKindHasChanged() {
    conflicts(Asked.nothing().delete("c"), "{\"c\":\"3\"}", "c");
    conflicts(Asked.nothing().set("a", "x"), "{\"a\":1}", "a");
  }

  @Test
  void theWantedTextOfAnotherKindIsNotWhatIsWanted() {
    conflicts(Asked.nothing().set("c", "4"), "{\"c\":\"4\"}", "c");
  }

  @Test
  void ofOperationsThatShareAKeyOnlyThoseWhoseKeyChangedAreNamed() {
    conflicts(Asked.nothing().rename("a", "b").delete("b"), "{\"a\":\"9\",\"b\":\"2\"}", "a");
  }

  @Test
  void keysThatPlainTextCannotHaveConflict() {
    Asked asked = Asked.nothing().set("value", "new").set("n", "1");
    assertThat(asked.wanted("{\"value\":\"old\"}").against(Asked.document("old")))
        .isEqualTo(new Verdict.Conflicts(List.of("n", "value")));
  }

  @Test
  void aKeyThatAppearedSinceConflicts() {
    conflicts(Asked.nothing().set("new", "x"), "{\"new\":\"y\"}", "new");
    conflicts(Asked.nothing().rename("a", "z"), "{\"a\":\"1\",\"z\":\"y\"}", "a");
  }

  @Test
  void aKeyThatHoldsTheWantedValueAlreadyDoesNotConflict() {
    holds(Asked.nothing().set("a", "x"), "{\"a\":\"x\"}");
    holds(Asked.nothing().set("new", "x"), "{\"new\":\"x\"}");
    holds(Asked.nothing().delete("a"), "{\"b\":\"2\"}");
    holds(Asked.nothing().rename("a", "z"), "{\"z\":\"1\"}");
  }

  @Test
  void swapsAndChainsThatSomebodyAppliedAlreadyDoNotConflict() {
    holds(Asked.nothing().rename("a", "b").rename("b", "a"), "{\"b\":\"1\",\"a\":\"2\"}");
    holds(Asked.nothing().rename("a", "b").rename("b", "d"), "{\"b\":\"1\",\"d\":\"2\"}");
    holds(Asked.nothing().rename("a", "z").set("a", "x"), "{\"z\":\"1\",\"a\":\"x\"}");
    holds(Asked.nothing().rename("a", "b").delete("b"), "{\"b\":\"1\"}");
    conflicts(Asked.nothing().rename("a", "b").delete("b"), "{\"b\":\"9\"}", "a", "b");
    conflicts(
        Asked.nothing().rename("a", "b").rename("b", "a"), "{\"b\":\"1\",\"a\":\"9\"}", "a", "b");
  }

  @Test
  void operationsThatShareAKeyAreJudgedTogether() {
    String alike = "{\"a\":\"1\",\"b\":\"1\"}";
    Asked over = Asked.nothing().rename("a", "b").delete("b");
    assertThat(over.wanted(alike).against(Asked.document("{\"b\":\"1\"}")))
        .isEqualTo(new Verdict.Holds());
  }

  @Test
  void whatIsLeftToDoIsDone() {
    assertThat(against(Asked.nothing().set("a", "x").set("b", "y"), "{\"a\":\"x\",\"b\":\"2\"}"))
        .isEqualTo(new Verdict.Completes(Asked.document("{\"a\":\"x\",\"b\":\"y\"}")));
  }

  @Test
  void oneConflictAppliesNothingAndNamesEveryKey() {
    conflicts(
        Asked.nothing().set("a", "x").set("b", "y").delete("c"),
        "{\"a\":\"8\",\"b\":\"9\",\"c\":3}",
        "a",
        "b");
  }

  @Test
  void swapsAndChainsApplyAtOnce() {
    becomes(
        Asked.nothing().rename("a", "b").rename("b", "a"),
        BASE,
        "{\"b\":\"1\",\"a\":\"2\",\"c\":3}");
    becomes(
        Asked.nothing().rename("a", "b").rename("b", "d"),
        BASE,
        "{\"b\":\"1\",\"d\":\"2\",\"c\":3}");
  }

  @Test
  void whichOfTheChangedKeysHoldTheWantedValueIsNotSaid() {
    Asked asked = Asked.nothing().set("a", "x").set("b", "y");
    conflicts(asked, "{\"a\":\"x\",\"b\":\"9\"}", "a", "b");
    conflicts(asked, "{\"a\":\"8\",\"b\":\"9\"}", "a", "b");
  }

  @Test
  void whatNoLongerFitsIsTooLarge() {
    String full = "{\"a\":\"1\",\"big\":\"" + "x".repeat(65_500) + "\"}";
    assertThat(against(Asked.nothing().set("a", "y".repeat(100)), full))
        .isEqualTo(new Verdict.TooLarge());
  }

  @Test
  void aDocumentThatIsToGoBecomesEmptyWhereNobodyTouchedIt() {
    Wanted gone = Asked.removal(BASE);
    assertThat(gone.fate()).isEqualTo(Landed.Fate.REMOVED);
    assertThat(gone.keys()).containsExactly("a", "b", "c");
    assertThat(gone.against(Asked.document(BASE))).isEqualTo(new Verdict.Becomes(Document.EMPTY));
    assertThat(gone.against(Asked.document("{ \"c\":3, \"b\":\"\\u0032\", \"a\":\"1\" }")))
        .isEqualTo(new Verdict.Becomes(Document.EMPTY));
  }

  @Test
  void anyChangeOfAnyKeyOfADocumentThatIsToGoConflictsAndIsNamed() {
    Wanted gone = Asked.removal(BASE);
    conflicts(gone, "{\"a\":\"9\",\"b\":\"2\",\"c\":3}", "a");
    conflicts(gone, "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}", "c");
    conflicts(gone, "{\"a\":\"1\",\"b\":\"2\"}", "c");
    conflicts(gone, "{\"a\":\"1\",\"b\":\"2\",\"c\":3,\"d\":null}", "d");
    conflicts(gone, "{\"a\":\"2\",\"b\":\"1\",\"c\":3}", "a", "b");
    conflicts(gone, "text", "a", "b", "c", "value");
  }

  private static void conflicts(Wanted gone, String now, String... keys) {
    assertThat(gone.against(Asked.document(now))).isEqualTo(new Verdict.Conflicts(List.of(keys)));
  }

  @Test
  void aDocumentThatIsEmptyAlreadyHoldsWhatWasWanted() {
    assertThat(Asked.removal(BASE).against(Asked.document("{ }"))).isEqualTo(new Verdict.Holds());
    assertThat(Asked.removal("{}").against(Document.EMPTY)).isEqualTo(new Verdict.Holds());
  }

  @Test
  void plainTextGoesAsAnyDocument() {
    Wanted gone = Asked.removal("only text");
    assertThat(gone.keys()).containsExactly("value");
    assertThat(gone.against(Asked.document("only text")))
        .isEqualTo(new Verdict.Becomes(Document.EMPTY));
    conflicts(gone, "other text", "value");
  }

  @Test
  void theKeysThatItTouchesAreSortedAndNamedOnce() {
    assertThat(Asked.nothing().rename("b", "z").set("b", "x").delete("a").wanted(BASE).keys())
        .containsExactly("a", "b", "z");
  }

  @Test
  void onlyAValueMakesADocument() {
    assertThat(Asked.nothing().set("a", "x").wanted(BASE).creates()).isTrue();
    assertThat(Asked.nothing().delete("a").rename("b", "z").wanted(BASE).creates()).isFalse();
  }

  @Test
  void everyDocumentGetsItsOwnOperations() {
    DocumentId other = Rulebook.document("/other");
    Draft draft = Asked.nothing().set("a", "x").drafted(BASE);
    Operation own = draft.operations().getFirst();
    Operation elsewhere = new Operation.Delete(other, "b", new Base.Absent());
    Revision both =
        Asked.revision(
            List.of(own, elsewhere),
            List.of(draft.documents().getFirst(), new DocumentBase(other, null, null)));
    Sealing sealing = draft.sealings().getFirst();
    assertThat(Wanted.of(both, List.of(sealing, sealing)))
        .extracting(Wanted::keys)
        .containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void anotherValueThanTheSealedOneIsNotGenuine() {
    assertThat(Asked.nothing().set("a", "x").delete("b").wanted(BASE).genuine()).isTrue();
    assertThat(tampered("y").genuine()).isFalse();
    assertThat(tampered(null).genuine()).isFalse();
  }

  private static Wanted tampered(@Nullable String text) {
    Draft draft = Asked.nothing().set("a", "x").drafted(BASE);
    Sealing own = draft.sealings().getFirst();
    Sealing other = new Sealing(own.value(), own.base(), own.target(), text);
    return Wanted.of(Asked.revision(draft.operations(), draft.documents()), List.of(other))
        .getFirst();
  }

  @Test
  void anotherNonceThanTheSealedOneIsNotGenuine() {
    Draft draft = Asked.nothing().set("a", "x").drafted(BASE);
    Sealing own = draft.sealings().getFirst();
    Nonce nonce = Nonce.from(RandomGenerator.getDefault());
    Sealing other = new Sealing(nonce, own.base(), own.target(), own.text());
    assertThat(
            Wanted.of(Asked.revision(draft.operations(), draft.documents()), List.of(other))
                .getFirst()
                .genuine())
        .isFalse();
  }

  @Test
  void valuesThatAreMissingOrTooManyAreNotTheRevisions() {
    Draft draft = Asked.nothing().set("a", "x").set("b", "y").drafted(BASE);
    var revision = Asked.revision(draft.operations(), draft.documents());
    List<Sealing> more = new ArrayList<>(draft.sealings());
    more.add(more.getFirst());
    for (List<Sealing> wrong : List.of(List.<Sealing>of(), draft.sealings().subList(0, 1), more)) {
      assertThatIllegalArgumentException().isThrownBy(() -> Wanted.of(revision, wrong));
    }
  }
}
