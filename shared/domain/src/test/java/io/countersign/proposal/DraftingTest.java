package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.document.Document;
import io.countersign.document.Kind;
import io.countersign.revision.Base;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.Sealing;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftingTest {
  private static final String DOCUMENT = "{\"a\":\"1\",\"b\":2,\"c\":null}";

  @Test
  void everyOperationHasItsSealingAndTheBaseItWasWrittenAgainst() {
    Draft draft =
        Asked.nothing().set("a", "new").set("d", "").delete("c").rename("b", "e").drafted(DOCUMENT);
    assertThat(draft.operations())
        .extracting(each -> each.getClass().getSimpleName() + " " + each.keys())
        .containsExactly("Delete [c]", "Rename [b, e]", "Set [a]", "Set [d]");
    assertThat(draft.sealings()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      Sealing sealing = draft.sealings().get(i);
      switch (draft.operations().get(i)) {
        case Operation.Set set -> {
          assertThat(set.value()).isEqualTo(sealing.bound());
          assertThat(set.base()).isEqualTo(base(set.key(), sealing));
        }
        case Operation.Copy copy -> {
          assertThat(copy.value()).isEqualTo(sealing.bound());
          assertThat(copy.base()).isEqualTo(base(copy.key(), sealing));
        }
        case Operation.Delete delete ->
            assertThat(delete.base()).isEqualTo(base(delete.key(), sealing));
        case Operation.Rename rename -> {
          assertThat(rename.base()).isEqualTo(base(rename.key(), sealing));
          assertThat(rename.targetBase()).isEqualTo(new Base.Absent());
        }
        case Operation.Remove _ -> throw new AssertionError("nobody asked for it");
      }
    }
    assertThat(draft.governed()).containsExactly(Rulebook.DB);
  }

  private static Base base(String key, Sealing sealing) {
    var member = Asked.document(DOCUMENT).member(key);
    return member == null
        ? new Base.Absent()
        : new Base.Present(sealing.base().bind(member.canonical()));
  }

  @Test
  void aDocumentThatGoesIsBoundInEveryKey() {
    Draft draft = Asked.removed(DOCUMENT);
    assertThat(draft.operations())
        .containsExactly(
            new Operation.Remove(
                Rulebook.DB,
                Inventory.of(Asked.document(DOCUMENT), draft.sealings().getFirst().base())));
    assertThat(draft.operations().getFirst().keys()).containsExactly("a", "b", "c");
  }

  @Test
  void whatADocumentThatGoesHoldsDoesNotShowWhichValuesAreEqual() {
    Operation.Remove remove =
        (Operation.Remove) Asked.removed("{\"a\":\"same\",\"b\":\"same\"}").operations().getFirst();
    assertThat(remove.base().get("a")).isNotEqualTo(remove.base().get("b"));
  }

  @Test
  void onlyADocumentThatIsThereCanGo() {
    DocumentBase none = new DocumentBase(Rulebook.DB, null, null);
    Drafting.Result result =
        Drafting.draft(
            ChangeSet.of(List.of(Asked.removal())),
            Map.of(Rulebook.DB, new Found(none, Document.EMPTY)),
            "token",
            new Random(1));
    assertThat(((Drafting.Result.Invalid) result).problems())
        .extracting(Problem::field, Problem::rule)
        .containsExactly(tuple("changes[0].deleteDocument", "no-such-document"));
  }

  @Test
  void aDocumentThatGoesCountsAsItsKeys() {
    assertThat(Limits.check(ChangeSet.of(List.of(Asked.removal())), Asked.found(keys(200))))
        .isEmpty();
    assertThat(Limits.check(ChangeSet.of(List.of(Asked.removal())), Asked.found(keys(201))))
        .extracting(Problem::rule)
        .containsExactly("operations");
    assertThat(Limits.check(ChangeSet.of(List.of(Asked.removal())), Asked.found("{}"))).isEmpty();
  }

  private static String keys(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> "\"k" + n + "\":" + n)
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void aValueIsOfTheKindThatItIsWrittenIn() {
    String document = "{\"n\":1,\"b\":true,\"z\":null,\"s\":\"1\"}";
    assertThat(kind(document, "n", "-1e3")).isEqualTo(Kind.NUMBER);
    assertThat(kind(document, "n", "1e")).isEqualTo(Kind.STRING);
    assertThat(kind(document, "n", "true")).isEqualTo(Kind.STRING);
    assertThat(kind(document, "b", "false")).isEqualTo(Kind.BOOLEAN);
    assertThat(kind(document, "z", "null")).isEqualTo(Kind.NULL);
    assertThat(kind(document, "z", "0")).isEqualTo(Kind.STRING);
    assertThat(kind(document, "s", "2")).isEqualTo(Kind.STRING);
    assertThat(kind(document, "new", "2")).isEqualTo(Kind.STRING);
  }

  private static Kind kind(String document, String key, String text) {
    Draft draft = Asked.nothing().set(key, text).drafted(document);
    return ((Operation.Set) draft.operations().getFirst()).kind();
  }

  @Test
  void longerNamesThanAnyNewKeysHaveAreRefused() {
    Asked longest = Asked.nothing();
    IntStream.range(0, 200)
        .forEach(n -> longest.rename("%0255d".formatted(n), "t%0254d".formatted(n)));
    assertThat(Limits.check(ChangeSet.of(List.of(longest.change())), Map.of())).isEmpty();
    assertThat(
            Limits.check(
                ChangeSet.of(List.of(Asked.nothing().delete("x".repeat(102_401)).change())),
                Map.of()))
        .extracting(Problem::rule)
        .containsExactly("key-bytes");
  }

  @Test
  void noTwoNoncesAreTheSame() {
    Draft draft = Asked.nothing().set("a", "x").set("d", "x").drafted(DOCUMENT);
    assertThat(
            draft.sealings().stream()
                .flatMap(each -> List.of(each.value(), each.base(), each.target()).stream())
                .map(each -> each.hex())
                .distinct())
        .hasSize(6);
    assertThat(((Operation.Set) draft.operations().get(0)).value())
        .isNotEqualTo(((Operation.Set) draft.operations().get(1)).value());
  }

  @Test
  void nothingAskedForIsRefused() {
    assertThat(Asked.nothing().problems(DOCUMENT)).extracting(Problem::rule).contains("empty");
    assertThat(Limits.check(ChangeSet.of(List.of()), Map.of()))
        .extracting(Problem::rule)
        .containsExactly("empty");
  }

  @Test
  void moreThanTwentyDocumentsAreRefused() {
    List<DocumentChange> changes =
        IntStream.range(0, 21)
            .<DocumentChange>mapToObj(
                n ->
                    Asked.nothing()
                        .set("a", "x")
                        .change("changes[" + n + "]", Rulebook.document("/d" + n)))
            .toList();
    assertThat(Limits.check(ChangeSet.of(changes.subList(0, 20)), Map.of())).isEmpty();
    assertThat(Limits.check(ChangeSet.of(changes), Map.of()))
        .extracting(Problem::rule)
        .containsExactly("documents");
  }

  @Test
  void moreThanTwoHundredOperationsAreRefused() {
    Asked asked = Asked.nothing();
    IntStream.range(0, 100).forEach(n -> asked.set("k" + n, "x"));
    IntStream.range(0, 50).forEach(n -> asked.delete("d" + n));
    IntStream.range(0, 50).forEach(n -> asked.rename("r" + n, "s" + n));
    assertThat(Limits.check(ChangeSet.of(List.of(asked.change())), Map.of())).isEmpty();
    asked.delete("one-more");
    assertThat(Limits.check(ChangeSet.of(List.of(asked.change())), Map.of()))
        .extracting(Problem::rule)
        .containsExactly("operations");
  }

  @Test
  void moreBytesOfValuesThanFitAreRefused() {
    Asked asked = Asked.nothing();
    IntStream.range(0, 10).forEach(n -> asked.set("k" + n, "x".repeat(51_200)));
    assertThat(Limits.check(ChangeSet.of(List.of(asked.change())), Map.of())).isEmpty();
    asked.set("one-more", "x");
    assertThat(Limits.check(ChangeSet.of(List.of(asked.change())), Map.of()))
        .extracting(Problem::rule)
        .containsExactly("value-bytes");
  }

  @Test
  void aValueIsMeasuredInBytesOfUtf8() {
    assertThat(
            Limits.check(
                ChangeSet.of(List.of(Asked.nothing().set("k", "x".repeat(65_536)).change())),
                Map.of()))
        .isEmpty();
    assertThat(
            Limits.check(
                ChangeSet.of(List.of(Asked.nothing().set("k", "\u20ac".repeat(21_846)).change())),
                Map.of()))
        .extracting(Problem::rule, Problem::field)
        .containsExactly(tuple("value-size", "changes[0].set.k"));
  }

  @Test
  void everythingThatIsWrongIsToldWithItsField() {
    List<Problem> problems =
        Asked.nothing()
            .set("not a key", "secret-value")
            .delete("gone")
            .rename("a", "b")
            .problems(DOCUMENT);
    assertThat(problems)
        .extracting(Problem::field)
        .contains("changes[0].set.not a key", "changes[0].delete");
    assertThat(problems).hasSize(3);
    assertThat(problems.toString()).doesNotContain("secret-value");
  }

  @Test
  void aValueThatIsNoUnicodeIsAProblemAndNoFault() {
    assertThat(Asked.nothing().set("k", "\ud800").problems(DOCUMENT))
        .extracting(Problem::rule)
        .containsExactly("ill-formed-unicode");
  }

  @Test
  void noTextShowsAValue() {
    Asked asked = Asked.nothing().set("k", "secret-value");
    assertThat(asked.change().toString()).doesNotContain("secret-value");
    assertThat(asked.drafted(DOCUMENT).toString()).doesNotContain("secret-value");
    assertThat(asked.wanted(DOCUMENT).toString()).doesNotContain("secret-value");
    assertThat(Objects.toString(asked.wanted(DOCUMENT).wants())).doesNotContain("secret-value");
  }
}
