package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.sample.Rulebook;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What cannot be is told at the field where it was asked for. */
class FieldsTest {
  private static final String DOCUMENT = "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}";
  private static final Keep ALL = new Keep.All("keep");

  private static void at(List<Problem> problems, Tuple... fields) {
    assertThat(problems).extracting(Problem::field, Problem::rule).containsExactly(fields);
  }

  @Test
  void ofAChangeItIsTheMemberThatNamesTheKey() {
    at(
        Asked.nothing().set("a", "x").rename("b", "a").problems(DOCUMENT),
        tuple("changes[0].set.a", "target-twice"),
        tuple("changes[0].set.a", "target-exists"));
    at(Asked.nothing().delete("x").problems(DOCUMENT), tuple("changes[0].delete", "no-such-key"));
    at(
        Asked.nothing().rename("x", "y").problems(DOCUMENT),
        tuple("changes[0].rename.x", "no-such-key"));
    at(
        Asked.nothing().set("n", "1").rename("a", "c").problems(DOCUMENT),
        tuple("changes[0].rename.a", "target-exists"));
    at(
        Asked.nothing().set("n", "1").rename("a", "d").rename("b", "d").problems(DOCUMENT),
        tuple("changes[0].rename.a", "target-twice"));
    at(
        Asked.nothing().set("no name", "x").problems(DOCUMENT),
        tuple("changes[0].set.no name", "key-name"));
    at(
        Asked.nothing().rename("x", "y").rename("z", "x").problems(DOCUMENT),
        tuple("changes[0].rename.x", "no-such-key"),
        tuple("changes[0].rename.z", "no-such-key"));
    at(
        Asked.nothing().rename("a", "n").rename("b", "c").problems(DOCUMENT),
        tuple("changes[0].rename.b", "target-exists"));
  }

  @Test
  void ofWhatIsKeptItIsWhereItWasKept() {
    Revised first = Revised.first(Asked.nothing().delete("c").set("a", "x"), DOCUMENT);
    at(
        first.problems(ALL, Against.PRESENT, Asked.nothing(), "{\"a\":\"1\"}"),
        tuple("keep", "no-such-key"));
    Keep named =
        new Keep.Listed(
            List.of(
                new Keep.Name("keep[0]", Rulebook.DB, "a"),
                new Keep.Name("keep[1]", Rulebook.DB, "c")));
    List<Problem> gone = first.problems(named, Against.PRESENT, Asked.nothing(), "{\"a\":\"1\"}");
    at(gone, tuple("keep[1].key", "no-such-key"));
    assertThat(gone.getFirst().message()).startsWith("in prod:/db \"c\" is not there");
    at(
        first.problems(named, Against.PRESENT, Asked.nothing().set("n", "1"), "{\"a\":\"1\"}"),
        tuple("keep[1].key", "no-such-key"));
    at(
        first.problems(named, Against.PRESENT, Asked.nothing().delete("n"), DOCUMENT),
        tuple("changes[0].delete", "no-such-key"));
  }

  @Test
  void ofSeveralThatAreKeptItIsTheOneThatNamesTheKey() {
    Revised first = Revised.first(Asked.nothing().delete("b").delete("c"), DOCUMENT);
    Keep named =
        new Keep.Listed(
            List.of(
                new Keep.Name("keep[0]", Rulebook.DB, "b"),
                new Keep.Name("keep[1]", Rulebook.DB, "c")));
    at(
        first.problems(named, Against.PRESENT, Asked.nothing(), "{\"b\":\"2\"}"),
        tuple("keep[1].key", "no-such-key"));
  }

  @Test
  void whatIsTooLongThoughItIsOnlyKeptIsToldOfTheDocument() {
    Revised first =
        Revised.first(Asked.nothing().rename("a", "n".repeat(255)).delete("b"), DOCUMENT);
    Keep named = new Keep.Listed(List.of(new Keep.Name("keep[0]", Rulebook.DB, null)));
    String long60 = "{\"a\":\"1\",\"b\":\"2\",\"k\":\"" + "v".repeat(65_400) + "\"}";
    at(
        first.problems(named, Against.PRESENT, Asked.nothing(), long60),
        tuple("keep[0].path", "too-large"));
  }

  @Test
  void whatIsTooLongIsToldOfTheDocument() {
    String long60 = "{\"a\":\"1\",\"c\":\"3\",\"k\":\"" + "v".repeat(65_400) + "\"}";
    at(
        Asked.nothing().set("n", "x".repeat(300)).problems(long60),
        tuple("changes[0]", "too-large"));
  }

  @Test
  void aDocumentsFieldIsWhereItIsNamed() {
    ChangeSet asked = ChangeSet.of(List.of(Asked.nothing().set("a", "x").change()));
    assertThat(asked.byDocument())
        .extracting(ChangeSet.OnDocument::field)
        .containsExactly("changes[0].path");
    Revised first = Revised.first(Asked.nothing().delete("c"), DOCUMENT);
    Keep named = new Keep.Listed(List.of(new Keep.Name("keep[0]", Rulebook.DB, "c")));
    ChangeSet kept = new ChangeSet(List.of(), named.of(first.revision()), Against.PRESENT);
    assertThat(kept.byDocument())
        .extracting(ChangeSet.OnDocument::field)
        .containsExactly("keep[0].path");
  }
}
