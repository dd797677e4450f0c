package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.revision.Base;
import io.countersign.revision.Operation;
import io.countersign.revision.Sealing;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftingTest {
  private static final String DOCUMENT = "{\"a\":\"1\",\"b\":2,\"c\":null}";

  @Test
  void everyOperationHasItsSealingAndTheBaseItWasWrittenAgainst() {
    Draft draft =
        Asked.nothing().set("a", "new").set("d", "").delete("c").rename("b", "e").drafted(DOCUMENT);
    assertThat(draft.operations())
        .extracting(each -> each.getClass().getSimpleName() + " " + each.key())
        .containsExactly("Delete c", "Rename b", "Set a", "Set d");
    assertThat(draft.sealings()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      Sealing sealing = draft.sealings().get(i);
      switch (draft.operations().get(i)) {
        case Operation.Set set -> {
          assertThat(set.value()).isEqualTo(sealing.bound());
          assertThat(set.base()).isEqualTo(base(set.key(), sealing));
        }
        case Operation.Delete delete ->
            assertThat(delete.base()).isEqualTo(base(delete.key(), sealing));
        case Operation.Rename rename -> {
          assertThat(rename.base()).isEqualTo(base(rename.key(), sealing));
          assertThat(rename.targetBase()).isEqualTo(new Base.Absent());
        }
      }
    }
    assertThat(draft.touched()).containsExactly(Rulebook.DB);
  }

  private static Base base(String key, Sealing sealing) {
    var member = Asked.document(DOCUMENT).member(key);
    return member == null
        ? new Base.Absent()
        : new Base.Present(sealing.base().bind(member.canonical()));
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
    assertThat(Limits.check(List.of())).extracting(Problem::rule).containsExactly("empty");
  }

  @Test
  void moreThanTwentyDocumentsAreRefused() {
    List<DocumentChange> changes =
        IntStream.range(0, 21)
            .mapToObj(
                n ->
                    Asked.nothing()
                        .set("a", "x")
                        .change("changes[" + n + "]", Rulebook.document("/d" + n)))
            .toList();
    assertThat(Limits.check(changes.subList(0, 20))).isEmpty();
    assertThat(Limits.check(changes)).extracting(Problem::rule).containsExactly("documents");
  }

  @Test
  void moreThanTwoHundredOperationsAreRefused() {
    Asked asked = Asked.nothing();
    IntStream.range(0, 100).forEach(n -> asked.set("k" + n, "x"));
    IntStream.range(0, 50).forEach(n -> asked.delete("d" + n));
    IntStream.range(0, 50).forEach(n -> asked.rename("r" + n, "s" + n));
    assertThat(Limits.check(List.of(asked.change()))).isEmpty();
    asked.delete("one-more");
    assertThat(Limits.check(List.of(asked.change())))
        .extracting(Problem::rule)
        .containsExactly("operations");
  }

  @Test
  void moreBytesOfValuesThanFitAreRefused() {
    Asked asked = Asked.nothing();
    IntStream.range(0, 10).forEach(n -> asked.set("k" + n, "x".repeat(51_200)));
    assertThat(Limits.check(List.of(asked.change()))).isEmpty();
    asked.set("one-more", "x");
    assertThat(Limits.check(List.of(asked.change())))
        .extracting(Problem::rule)
        .containsExactly("value-bytes");
  }

  @Test
  void aValueIsMeasuredInBytesOfUtf8() {
    assertThat(Limits.check(List.of(Asked.nothing().set("k", "x".repeat(65_536)).change())))
        .isEmpty();
    assertThat(Limits.check(List.of(Asked.nothing().set("k", "\u20ac".repeat(21_846)).change())))
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
