package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.document.Kind;
import io.countersign.proposal.Wanted.Verdict;
import io.countersign.revision.Base;
import io.countersign.revision.Operation;
import io.countersign.revision.Place;
import io.countersign.revision.Sealing;
import io.countersign.revision.Source;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Design §1: the value of a key in a named version, which its author does not see. */
class CopyTest {
  private static final Keep ALL = new Keep.All("keep");
  private static final String THEN = "{\"k\":\"th\\u0065n\",\"n\":-1.0e2,\"b\":true,\"z\":null}";

  private static Asked copy(String key, String from) {
    return Asked.nothing().copy(key, from, THEN);
  }

  private static String becomes(Asked asked, String now) {
    return Revised.first(asked, now).text(now);
  }

  @Test
  void itIsSealedWithItsSourceAndTheBindingOfItsValue() {
    Draft draft = copy("a", "n").drafted("{\"a\":\"1\"}");
    Operation.Copy copy = (Operation.Copy) draft.operations().getFirst();
    Sealing sealing = draft.sealings().getFirst();
    assertThat(copy.source())
        .isEqualTo(new Source(new Source.Version(Rulebook.DB, "earlier"), "n"));
    assertThat(copy.value()).isEqualTo(sealing.bound());
    assertThat(copy.base()).isInstanceOf(Base.Present.class);
    assertThat(copy.kind()).isEqualTo(Kind.NUMBER);
    assertThat(sealing.text()).isEqualTo("-1.0e2");
  }

  @Test
  void aNumberBooleanOrNullKeepsItsBytesWhateverStoodThere() {
    for (String now : List.of("{}", "{\"a\":\"x\"}", "{\"a\":7}", "{\"a\":null}")) {
      assertThat(becomes(copy("a", "n"), now)).isEqualTo("{\"a\":-1.0e2}");
      assertThat(becomes(copy("a", "b"), now)).isEqualTo("{\"a\":true}");
      assertThat(becomes(copy("a", "z"), now)).isEqualTo("{\"a\":null}");
      assertThat(becomes(copy("a", "k"), now)).isEqualTo("{\"a\":\"then\"}");
    }
  }

  @Test
  void aStringThatSpellsATokenStaysAString() {
    Asked asked = Asked.nothing().copy("a", "k", "{\"k\":\"5\"}");
    assertThat(becomes(asked, "{\"a\":7}")).isEqualTo("{\"a\":\"5\"}");
  }

  @Test
  void plainTextTakesTheTextOfAnyValueAndNoOtherKey() {
    assertThat(becomes(copy("value", "n"), "old")).isEqualTo("-1.0e2");
    assertThat(Revised.first(copy("value", "n"), "old").against("-1.0e2"))
        .isEqualTo(new Verdict.Holds());
    assertThat(copy("a", "n").problems("old"))
        .extracting(Problem::field, Problem::rule)
        .containsExactly(tuple("changes[0].copy.a", "plain-text"));
    Asked object = Asked.nothing().copy("value", "k", "{\"k\":\"{}\"}");
    assertThat(object.problems("old"))
        .extracting(Problem::field, Problem::rule)
        .containsExactly(tuple("changes[0].copy.value", "plain-text-object"));
  }

  @Test
  void theTextOfAPlainSecretIsCopiedAsAString() {
    Asked asked = Asked.nothing().copy("a", "value", "5");
    assertThat(becomes(asked, "{}")).isEqualTo("{\"a\":\"5\"}");
  }

  @Test
  void aKeyGetsOneValueAndIsNotDeletedBesides() {
    Asked both = copy("a", "n").set("a", "x");
    assertThat(both.problems("{\"a\":1}"))
        .containsExactly(
            new Problem(
                "changes[0].set.a",
                "target-twice",
                "\"a\" is set, copied or renamed to more than once"));
    assertThat(copy("c", "n").rename("a", "c").problems("{\"a\":1}"))
        .extracting(Problem::field, Problem::rule)
        .containsExactly(tuple("changes[0].copy.c", "target-twice"));
    assertThat(copy("a", "n").delete("a").problems("{\"a\":1}"))
        .extracting(Problem::field, Problem::rule)
        .containsExactly(tuple("changes[0].copy.a", "set-and-deleted"));
    assertThat(copy("no name", "n").problems("{}"))
        .extracting(Problem::field, Problem::rule)
        .containsExactly(tuple("changes[0].copy.no name", "key-name"));
  }

  @Test
  void itTakesNothingAwayWhereItIsCopiedFrom() {
    Asked asked = copy("k", "k").copy("x", "k", THEN).rename("k", "y");
    assertThat(becomes(asked, "{\"k\":\"now\"}"))
        .isEqualTo("{\"y\":\"now\",\"k\":\"then\",\"x\":\"then\"}");
  }

  @Test
  void operationsAreSortedWithCopiesLast() {
    Asked asked = copy("b", "n").set("c", "x").delete("d").copy("a", "n", THEN).rename("e", "f");
    assertThat(asked.drafted("{\"d\":1,\"e\":2}").operations())
        .extracting(each -> each.getClass().getSimpleName() + each.keys())
        .containsExactly("Delete[d]", "Rename[e, f]", "Set[c]", "Copy[a]", "Copy[b]");
  }

  @Test
  void aKeyThatChangedSinceConflictsUnlessItHoldsTheCopiedValue() {
    Revised revised = Revised.first(copy("a", "n"), "{\"a\":1}");
    assertThat(revised.against("{\"a\":2}")).isEqualTo(new Verdict.Conflicts(List.of("a")));
    assertThat(revised.against("{\"a\":\"-1.0e2\"}"))
        .isEqualTo(new Verdict.Conflicts(List.of("a")));
    assertThat(revised.against("{\"a\":-1.0e2}")).isEqualTo(new Verdict.Holds());
  }

  @Test
  void itMakesADocumentThatIsMissing() {
    assertThat(copy("a", "n").wanted("{}").creates()).isTrue();
  }

  @Test
  void anotherValueThanTheSealedOneIsNotGenuine() {
    Draft draft = copy("a", "n").drafted("{}");
    Sealing own = draft.sealings().getFirst();
    Sealing other = new Sealing(own.value(), own.base(), own.target(), "7");
    assertThat(copy("a", "n").wanted("{}").genuine()).isTrue();
    assertThat(
            Wanted.of(Asked.revision(draft.operations(), draft.documents()), List.of(other))
                .getFirst()
                .genuine())
        .isFalse();
  }

  @Test
  void aRevealShowsItAsAnyProposedValue() {
    assertThat(Proposed.of(copy("a", "n").wanted("{}"), "a"))
        .isEqualTo(new Proposed.Value("-1.0e2"));
  }

  @Test
  void itsKeyOverlapsAndWhereItIsCopiedFromDoesNot() {
    Revised copies = Revised.first(copy("a", "k"), "{}");
    Revised sets = Revised.first(Asked.nothing().set("k", "x"), "{}");
    assertThat(Overlap.of(copies.revision(), sets.revision())).isEmpty();
    assertThat(Overlap.of(copies.revision(), copies.revision())).hasSize(1);
  }

  @Test
  void aRebaseKeepsItWithoutReadingItsSourceAgain() {
    Revised first = Revised.first(copy("a", "n"), "{\"a\":1}");
    Revised second = first.next(ALL, Against.PRESENT, Asked.nothing(), "{\"a\":\"theirs\"}");
    Operation.Copy before = (Operation.Copy) first.revision().operations().getFirst();
    Operation.Copy kept = (Operation.Copy) second.revision().operations().getFirst();
    assertThat(kept.source()).isEqualTo(before.source());
    assertThat(kept.value()).isEqualTo(before.value());
    assertThat(kept.base()).isNotEqualTo(before.base());
    assertThat(second.revision().origins().getFirst().value()).isEqualTo(new Place("token-1", 0));
    assertThat(second.written().get("token-2")).extracting(Sealing::text).containsOnlyNulls();
    assertThat(second.text("{\"a\":\"theirs\"}")).isEqualTo("{\"a\":-1.0e2}");
    Revised third = second.next(ALL, Against.PRESENT, Asked.nothing(), "{}");
    assertThat(third.written()).containsOnlyKeys("token-1", "token-2");
    assertThat(third.text("{}")).isEqualTo("{\"a\":-1.0e2}");
  }

  @Test
  void whatIsKeptAndCopiedIsToldAtWhatIsKept() {
    Revised first = Revised.first(Asked.nothing().set("a", "x"), "{}");
    assertThat(first.problems(ALL, Against.PRESENT, copy("a", "n"), "{}"))
        .extracting(Problem::rule)
        .containsExactly("kept-and-changed");
    assertThat(
            Revised.first(copy("a", "n"), "{}")
                .problems(ALL, Against.PRESENT, Asked.nothing().set("a", "x"), "{}"))
        .extracting(Problem::rule)
        .containsExactly("kept-and-changed");
  }

  @Test
  void aCopiedValueCountsAsAnyOtherInBytes() {
    String half = "{\"k\":\"" + "é".repeat(25_600) + "\"}";
    Asked asked = Asked.nothing();
    IntStream.range(0, 10).forEach(n -> asked.copy("k" + n, "k", half));
    assertThat(rules(asked)).isEmpty();
    assertThat(rules(asked.set("one", "x"))).containsExactly("value-bytes");
  }

  @Test
  void whatADocumentCannotHoldIsRefusedBeforeItIsAskedOfAnybody() {
    String half = "{\"k\":\"" + "v".repeat(40_000) + "\"}";
    assertThat(Asked.nothing().copy("a", "k", half).problems(half))
        .extracting(Problem::rule)
        .containsExactly("too-large");
  }

  @Test
  void itCountsAsOneOperationAndItsPlacesAsNames() {
    Asked asked = Asked.nothing();
    IntStream.range(0, 200).forEach(n -> asked.copy("k" + n, "k", THEN));
    assertThat(rules(asked)).isEmpty();
    assertThat(rules(asked.copy("more", "k", THEN))).containsExactly("operations");
    Asked far = Asked.nothing();
    Source.Version version =
        new Source.Version(Rulebook.document("/" + "p".repeat(127) + "/q"), "earlier");
    IntStream.range(0, 199)
        .forEach(
            n -> far.copy("k" + n, new Source(version, "k".repeat(400)), named("k".repeat(400))));
    assertThat(rules(far)).containsExactly("key-bytes");
    Revised kept = Revised.first(copy("a", "n"), "{}");
    Asked rest = Asked.nothing();
    // 100 KB but for the two keys and the path of the copy that is kept.
    rest.set("x".repeat(102_400 - "a".length() - "n".length() - "/db".length()), "");
    assertThat(keyBytes(kept, rest)).isEmpty();
    assertThat(keyBytes(kept, rest.delete("y"))).containsExactly("key-bytes");
  }

  private static String named(String key) {
    return "{\"" + key + "\":1}";
  }

  private static List<String> keyBytes(Revised kept, Asked asked) {
    ChangeSet all =
        new ChangeSet(List.of(asked.change()), ALL.of(kept.revision()), Against.PRESENT);
    return Limits.check(all, asked.into("{}")).stream().map(Problem::rule).toList();
  }

  private static List<String> rules(Asked asked) {
    return Limits.check(ChangeSet.of(List.of(asked.change())), asked.into("{}")).stream()
        .map(Problem::rule)
        .toList();
  }

  @Test
  void noMoreThanTwentyVersionsAreCopiedFromWhoeverAsksForThem() {
    assertThat(versions(Asked.nothing(), 20)).isEmpty();
    assertThat(versions(Asked.nothing(), 21)).containsExactly("versions");
    assertThat(versions(copy("again", "k").copy("b", "n", THEN), 19)).isEmpty();
    assertThat(versions(copy("again", "k"), 20)).containsExactly("versions");
    Revised kept = Revised.first(copy("kept", "k"), "{}");
    ChangeSet all =
        new ChangeSet(
            List.of(from(Asked.nothing(), 20).change()), ALL.of(kept.revision()), Against.PRESENT);
    assertThat(Limits.versions(all)).hasSize(1);
  }

  private static List<String> versions(Asked asked, int many) {
    return Limits.versions(ChangeSet.of(List.of(from(asked, many).change()))).stream()
        .map(Problem::rule)
        .toList();
  }

  private static Asked from(Asked asked, int versions) {
    for (int n = 0; n < versions; n++) {
      asked.copy("v" + n, new Source(new Source.Version(Rulebook.DB, "v" + n), "k"), THEN);
    }
    return asked;
  }

  @Test
  void whatItIsCopiedFromIsGovernedAsWhatItTouches() {
    Source.Version elsewhere = new Source.Version(Rulebook.document("/elsewhere"), "v");
    Draft draft = Asked.nothing().copy("a", new Source(elsewhere, "k"), THEN).drafted("{}");
    List<String> governed = new ArrayList<>();
    draft.governed().forEach(each -> governed.add(each.path().value()));
    assertThat(governed).containsExactly("/db", "/elsewhere");
    assertThat(Asked.revision(draft.operations(), draft.documents()).governed())
        .isEqualTo(draft.governed());
  }

  @Test
  void noTextOfItHasTheValue() {
    Asked asked = Asked.nothing().copy("a", "k", "{\"k\":\"s3cr3t-value\"}");
    assertThat(asked.change()).hasToString("OfKeys[prod:/db, 1 operations]");
    assertThat(asked.into("{}").toString()).doesNotContain("s3cr3t-value");
    assertThat(asked.drafted("{}").toString()).doesNotContain("s3cr3t-value");
  }
}
