package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.countersign.document.EditResult;
import io.countersign.document.Kind;
import io.countersign.project.DocumentId;
import io.countersign.property.Cases;
import io.countersign.revision.Base;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.Origin;
import io.countersign.revision.Part;
import io.countersign.revision.Place;
import io.countersign.revision.Revision;
import io.countersign.revision.Sealing;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rule 8: operations of one revision in the next, without their values being seen. */
class KeepTest {
  private static final Keep ALL = new Keep.All("keep");

  private static Keep named(String... keys) {
    List<Keep.Name> names = new ArrayList<>();
    for (String key : keys) {
      names.add(new Keep.Name("keep[" + names.size() + "]", Rulebook.DB, key));
    }
    return new Keep.Listed(names);
  }

  @Test
  void aRebaseBindsTheValueAsItIsToWhatTheDocumentHoldsNow() {
    Revised first = Revised.first(Asked.nothing().set("a", "new"), "{\"a\":\"old\"}");
    Revised second = first.next(ALL, Against.PRESENT, Asked.nothing(), "{\"a\":\"theirs\"}");
    assertThat(first.against("{\"a\":\"theirs\"}")).isInstanceOf(Wanted.Verdict.Conflicts.class);
    assertThat(second.text("{\"a\":\"theirs\"}")).isEqualTo("{\"a\":\"new\"}");
    assertThat(second.against("{\"a\":\"old\"}")).isInstanceOf(Wanted.Verdict.Conflicts.class);
  }

  @Test
  void theValueStaysWhereItWasFirstWrittenHoweverOftenItIsKept() {
    Revised kept = Revised.first(Asked.nothing().set("a", "new"), "{\"a\":\"1\"}");
    for (int i = 2; i < 5; i++) {
      kept = kept.next(ALL, Against.PRESENT, Asked.nothing(), "{\"a\":\"" + i + "\"}");
      Origin origin = kept.revision().origins().getFirst();
      assertThat(origin.value()).isEqualTo(new Place("token-1", 0));
      assertThat(origin.bases()).isEqualTo(new Place("token-" + i, 0));
      assertThat(kept.revision().batches()).hasSize(2);
      assertThat(kept.written().get("token-" + i)).extracting(Sealing::text).containsOnlyNulls();
    }
    assertThat(kept.text("{\"a\":\"4\"}")).isEqualTo("{\"a\":\"new\"}");
  }

  @Test
  void whatIsKeptUnchangedIsAsItWasAndHasNothingOfItsOwn() {
    Revised first = Revised.first(Asked.nothing().set("a", "new"), "{\"a\":\"old\"}");
    Revised second = first.next(ALL, Against.UNCHANGED, Asked.nothing(), "{\"a\":\"theirs\"}");
    assertThat(second.revision().operations()).isEqualTo(first.revision().operations());
    assertThat(second.revision().origins()).isEqualTo(first.revision().origins());
    assertThat(second.revision().batches()).isEqualTo(first.revision().batches());
    assertThat(second.revision().documents()).isEqualTo(first.revision().documents());
    assertThat(second.against("{\"a\":\"theirs\"}")).isInstanceOf(Wanted.Verdict.Conflicts.class);
    assertThat(second.text("{\"a\":\"old\"}")).isEqualTo("{\"a\":\"new\"}");
  }

  @Test
  void whatIsNotKeptIsGoneAndItsValuesAreNotReferredTo() {
    Revised first = Revised.first(Asked.nothing().set("a", "1").set("b", "2"), "{}");
    Revised second = first.next(named("b"), Against.PRESENT, Asked.nothing().set("c", "3"), "{}");
    assertThat(second.text("{}")).isEqualTo("{\"b\":\"2\",\"c\":\"3\"}");
    Revised third = second.next(named("c"), Against.PRESENT, Asked.nothing(), "{}");
    assertThat(third.revision().refersTo("token-1")).isFalse();
    assertThat(third.text("{}")).isEqualTo("{\"c\":\"3\"}");
  }

  @Test
  void allThatIsListedUnderAKeyIsKept() {
    Asked swap = Asked.nothing().rename("a", "b").set("a", "new");
    Revised first = Revised.first(swap, "{\"a\":\"1\"}");
    Revised second = first.next(named("a"), Against.PRESENT, Asked.nothing(), "{\"a\":\"2\"}");
    assertThat(second.text("{\"a\":\"2\"}")).isEqualTo("{\"b\":\"2\",\"a\":\"new\"}");
  }

  @Test
  void operationsStaySortedByKindAndKey() {
    Revised first =
        Revised.first(Asked.nothing().set("m", "1").delete("d"), "{\"d\":\"1\",\"e\":\"1\"}");
    Asked more = Asked.nothing().set("a", "1").set("z", "1").delete("e");
    Revised second = first.next(ALL, Against.PRESENT, more, "{\"d\":\"1\",\"e\":\"1\"}");
    assertThat(second.revision().operations())
        .extracting(Kept::key)
        .containsExactly("d", "e", "a", "m", "z");
  }

  @Test
  void onlyABoundBaseNeedsANonceOfItsOwn() {
    Revised first = Revised.first(Asked.nothing().set("a", "new"), "{\"a\":\"old\"}");
    Revised second = first.next(ALL, Against.PRESENT, Asked.nothing(), "{}");
    assertThat(second.written()).containsOnlyKeys("token-1");
    assertThat(((Operation.Set) second.revision().operations().getFirst()).base())
        .isEqualTo(new Base.Absent());
    assertThat(second.text("{}")).isEqualTo("{\"a\":\"new\"}");
  }

  @Test
  void aDocumentNamesAllThatIsProposedForIt() {
    Revised first = Revised.first(Asked.nothing().set("a", "1").set("b", "2"), "{}");
    Keep whole = new Keep.Listed(List.of(new Keep.Name("keep[0]", Rulebook.DB, null)));
    assertThat(first.next(whole, Against.PRESENT, Asked.nothing(), "{}").text("{}"))
        .isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
    Keep other = new Keep.Listed(List.of(new Keep.Name("keep[0]", Rulebook.document("/x"), null)));
    assertThat(other.unknown(first.revision()))
        .extracting(Problem::field)
        .containsExactly("keep[0].path");
  }

  @Test
  void whatIsNamedTwiceIsKeptOnce() {
    Revised first = Revised.first(Asked.nothing().set("a", "1"), "{}");
    Keep twice =
        new Keep.Listed(
            List.of(
                new Keep.Name("keep[0]", Rulebook.DB, null),
                new Keep.Name("keep[1]", Rulebook.DB, "a")));
    assertThat(twice.of(first.revision())).hasSize(1);
  }

  @Test
  void theDeletionOfADocumentIsRebasedOnWhatItHoldsNow() {
    Revised first =
        Revised.first(List.of(Asked.removal()), Asked.found("{\"a\":\"1\",\"b\":\"2\"}"));
    String now = "{\"a\":\"1\",\"c\":\"3\"}";
    assertThat(first.against(now)).isEqualTo(new Wanted.Verdict.Conflicts(List.of("b", "c")));
    assertThat(first.next(ALL, Against.PRESENT, Asked.nothing(), now).text(now)).isEqualTo("{}");
    assertThat(first.next(ALL, Against.UNCHANGED, Asked.nothing(), now).against(now))
        .isEqualTo(new Wanted.Verdict.Conflicts(List.of("b", "c")));
    assertThat(first.next(ALL, Against.PRESENT, Asked.nothing(), "{}").written())
        .containsOnlyKeys("token-1");
  }

  @Test
  void theDeletionOfADocumentStandsAloneThoughItIsKept() {
    Revised removal = Revised.first(List.of(Asked.removal()), Asked.found("{\"a\":\"1\"}"));
    assertThat(
            removal.problems(ALL, Against.PRESENT, Asked.nothing().set("b", "2"), "{\"a\":\"1\"}"))
        .extracting(Problem::rule)
        .containsExactly("kept-and-changed");
    Revised set = Revised.first(Asked.nothing().set("a", "2"), "{\"a\":\"1\"}");
    assertThat(
            set.problems(
                ALL, Against.PRESENT, List.of(Asked.removal()), Asked.found("{\"a\":\"1\"}")))
        .extracting(Problem::rule)
        .containsExactly("kept-and-changed");
  }

  @Test
  void theDeletionOfADocumentThatIsGoneIsNotKept() {
    Revised removal = Revised.first(List.of(Asked.removal()), Asked.found("{\"a\":\"1\"}"));
    Map<DocumentId, Found> gone =
        Map.of(
            Rulebook.DB,
            new Found(new DocumentBase(Rulebook.DB, null, null), Asked.document("{}")));
    for (Against against : Against.values()) {
      assertThat(removal.problems(ALL, against, List.of(), gone))
          .containsExactly(
              new Problem(
                  "keep",
                  "no-such-document",
                  "prod:/db is not there, or waits for its deletion already"));
    }
  }

  @Test
  void aKeptDeletionOfADocumentCountsAsItsKeys() {
    Revised removal = Revised.first(List.of(Asked.removal()), Asked.found("{\"a\":\"1\"}"));
    StringBuilder many = new StringBuilder("{\"k\":1");
    for (int i = 0; i < 200; i++) {
      many.append(",\"k").append(i).append("\":1");
    }
    assertThat(removal.problems(ALL, Against.PRESENT, Asked.nothing(), many + "}"))
        .extracting(Problem::rule)
        .containsExactly("operations");
  }

  @Test
  void aKeptValueIsBareOnlyWhereItIsKnownToBeOfTheKindThatStandsThere() {
    Revised number = Revised.first(Asked.nothing().set("a", "2"), "{\"a\":1}");
    assertThat(number.next(ALL, Against.PRESENT, Asked.nothing(), "{\"a\":3}").text("{\"a\":3}"))
        .isEqualTo("{\"a\":2}");
    String text = "{\"a\":\"x\"}";
    assertThat(number.next(ALL, Against.PRESENT, Asked.nothing(), text).text(text))
        .isEqualTo("{\"a\":\"2\"}");
    assertThat(number.next(ALL, Against.PRESENT, Asked.nothing(), "{}").text("{}"))
        .isEqualTo("{\"a\":\"2\"}");
    Revised string = Revised.first(Asked.nothing().set("a", "2"), text);
    Revised rebased = string.next(ALL, Against.PRESENT, Asked.nothing(), "{\"a\":3}");
    assertThat(rebased.text("{\"a\":3}")).isEqualTo("{\"a\":\"2\"}");
    assertThat(((Operation.Set) rebased.revision().operations().getFirst()).kind())
        .isEqualTo(Kind.STRING);
  }

  @Test
  void aNameThatNothingIsListedUnderIsAProblem() {
    Revised first = Revised.first(Asked.nothing().rename("a", "b"), "{\"a\":\"1\"}");
    assertThat(named("a", "b", "c").unknown(first.revision()))
        .extracting(Problem::field)
        .containsExactly("keep[1].key", "keep[2].key");
    assertThat(ALL.unknown(first.revision())).isEmpty();
  }

  @Test
  void aKeyIsKeptOrChangedAndNotBoth() {
    Revised first = Revised.first(Asked.nothing().set("a", "new"), "{\"a\":\"old\"}");
    for (Asked twice :
        List.of(
            Asked.nothing().set("a", "other"),
            Asked.nothing().delete("a"),
            Asked.nothing().rename("a", "b"))) {
      assertThat(first.problems(named("a"), Against.PRESENT, twice, "{\"a\":\"old\"}"))
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.field()).isEqualTo("keep[0].key");
                assertThat(problem.rule()).isEqualTo("kept-and-changed");
                assertThat(problem.message()).startsWith("\"a\" of prod:/db ");
              });
    }
  }

  @Test
  void whatIsKeptAndWhatIsChangedMakeOneValidChangeSet() {
    Revised first = Revised.first(Asked.nothing().set("a", "new"), "{\"b\":\"1\"}");
    assertThat(
            first.problems(ALL, Against.PRESENT, Asked.nothing().rename("b", "a"), "{\"b\":\"1\"}"))
        .extracting(Problem::field, Problem::rule)
        .containsExactly(tuple("changes[0].rename.b", "target-twice"));
    Revised gone = Revised.first(Asked.nothing().delete("a"), "{\"a\":\"1\",\"b\":\"2\"}");
    Revised both =
        gone.next(
            ALL, Against.PRESENT, Asked.nothing().rename("b", "a"), "{\"a\":\"1\",\"b\":\"2\"}");
    assertThat(both.text("{\"a\":\"1\",\"b\":\"2\"}")).isEqualTo("{\"a\":\"2\"}");
  }

  @Test
  void whatCannotBeAppliedAnyMoreIsNamed() {
    Revised first = Revised.first(Asked.nothing().rename("a", "b"), "{\"a\":\"1\"}");
    for (Against against : Against.values()) {
      assertThat(first.problems(ALL, against, Asked.nothing(), "{\"c\":\"1\"}"))
          .containsExactly(new Problem("keep", "no-such-key", "in prod:/db \"a\" is not there"));
      assertThat(first.problems(named("a"), against, Asked.nothing(), "{\"a\":\"1\",\"b\":\"2\"}"))
          .extracting(Problem::field, Problem::rule)
          .containsExactly(tuple("keep[0].key", "target-exists"));
    }
  }

  @Test
  void whatWasWrittenForASecretThatIsGoneIsOnlyKeptForTheOneThatIsThere() {
    Revised first = Revised.first(Asked.nothing().set("a", "new"), "{\"a\":\"old\"}");
    Map<DocumentId, Found> another =
        Map.of(
            Rulebook.DB,
            new Found(new DocumentBase(Rulebook.DB, "another", "v1"), Asked.document("{}")));
    assertThat(first.problems(ALL, Against.UNCHANGED, List.of(), another))
        .extracting(Problem::rule)
        .containsExactly("document-replaced");
    assertThat(first.problems(ALL, Against.PRESENT, List.of(), another)).isEmpty();
  }

  @Test
  void whatIsKeptForASecretThatWasNotThereIsOfTheOneThatIsThereNow() {
    Map<DocumentId, Found> none =
        Map.of(
            Rulebook.DB,
            new Found(new DocumentBase(Rulebook.DB, null, null), Asked.document("{}")));
    Revised first = Revised.first(List.of(Asked.nothing().set("a", "new").change()), none);
    Revised second = first.next(ALL, Against.UNCHANGED, Asked.nothing(), "{}");
    assertThat(second.revision().documents().getFirst().arn()).isEqualTo("arn");
  }

  @Test
  void keptOperationsCountAsOthersDo() {
    Asked many = Asked.nothing();
    for (int i = 0; i < 150; i++) {
      many.set("k" + i, "v");
    }
    Asked more = Asked.nothing();
    for (int i = 0; i < 51; i++) {
      more.set("m" + i, "v");
    }
    Revised first = Revised.first(many, "{}");
    assertThat(first.problems(ALL, Against.PRESENT, more, "{}"))
        .extracting(Problem::rule)
        .containsExactly("operations");
    assertThat(first.problems(named(), Against.PRESENT, Asked.nothing(), "{}"))
        .extracting(Problem::rule)
        .containsExactly("empty");
  }

  @Test
  void documentsOfWhatIsKeptCountAsOthersDo() {
    List<DocumentChange> first = new ArrayList<>();
    List<DocumentChange> more = new ArrayList<>();
    Map<DocumentId, Found> found = new TreeMap<>();
    for (int i = 0; i < 21; i++) {
      DocumentId document = Rulebook.document("/d" + i);
      found.put(document, new Found(new DocumentBase(document, null, null), Asked.document("{}")));
      (i < 11 ? first : more).add(Asked.nothing().set("a", "1").change("changes[0]", document));
    }
    assertThat(Revised.first(first, found).problems(ALL, Against.PRESENT, more, found))
        .extracting(Problem::rule)
        .containsExactly("documents");
  }

  @Test
  void valuesThatLieInTooManyPartsAreTooMany() {
    Revision first = Revised.first(Asked.nothing().set("a", "1"), "{}").revision();
    Part part = new Part("name", "version");
    assertThat(Limits.check(first.with(Collections.nCopies(99, part)))).isEmpty();
    assertThat(Limits.check(first.with(Collections.nCopies(100, part))))
        .extracting(Problem::rule)
        .containsExactly("value-parts");
  }

  @Test
  void whateverOthersDidARebaseAppliesInFullOrSaysWhyNot() {
    Cases.each(
        5_000,
        random -> {
          String before = "{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}";
          Asked asked = Asked.any(random);
          Asked theirs = Asked.any(random).writing();
          if (!(Asked.document(before).edit(theirs.edits()) instanceof EditResult.Edited(var now))
              || !(asked.against(before) instanceof Drafting.Result.Drafted)) {
            return;
          }
          Revised first = Revised.first(asked, before);
          if (first.problems(ALL, Against.PRESENT, Asked.nothing(), now.text()).isEmpty()) {
            Revised rebased = first.next(ALL, Against.PRESENT, Asked.nothing(), now.text());
            assertThat(now.edit(asked.edits()))
                .isEqualTo(new EditResult.Edited(Asked.document(rebased.text(now.text()))));
          } else {
            assertThat(now.edit(asked.edits())).isInstanceOf(EditResult.Unapplicable.class);
          }
        });
  }

  @Test
  void aKeptValueIsTakenForTheShortestThatCouldStandThere() {
    Revised first = Revised.first(Asked.nothing().set("a", "new"), "{}");
    String room = "{\"k\":\"" + "v".repeat(65_536 - 15) + "\"}";
    assertThat(Asked.nothing().set("a", "").against(room))
        .isInstanceOf(Drafting.Result.Drafted.class);
    assertThat(Asked.nothing().set("a", "x").problems(room))
        .extracting(Problem::rule)
        .containsExactly("too-large");
    assertThat(first.problems(ALL, Against.PRESENT, Asked.nothing(), room)).isEmpty();
    Revised plain = Revised.first(Asked.nothing().set("value", "new"), "old");
    assertThat(plain.problems(ALL, Against.PRESENT, Asked.nothing(), "other")).isEmpty();
  }

  /** A document of so many keys with names of 250 letters. */
  private static Found many(DocumentId document, int keys) {
    StringBuilder text = new StringBuilder("{\"a\":1");
    for (int i = 0; i < keys; i++) {
      text.append(",\"").append("n".repeat(247)).append("%03d".formatted(i)).append("\":1");
    }
    return new Found(
        new DocumentBase(document, "arn" + document, "v1"), Asked.document(text + "}"));
  }

  @Test
  void aKeptChangeOfAKeyCountsAsOneHoweverManyKeysItsDocumentHas() {
    Map<DocumentId, Found> found = new TreeMap<>();
    List<DocumentChange> sets = new ArrayList<>();
    List<DocumentChange> removals = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      DocumentId document = Rulebook.document("/d" + i);
      found.put(document, many(document, 150));
      sets.add(Asked.nothing().set("a", "1").change("changes[" + i + "]", document));
      removals.add(new DocumentChange.Removal("changes[" + i + "]", document));
    }
    assertThat(Revised.first(sets, found).problems(ALL, Against.PRESENT, List.of(), found))
        .isEmpty();
    Map<DocumentId, Found> small = new TreeMap<>();
    found.keySet().forEach(each -> small.put(each, many(each, 0)));
    assertThat(Revised.first(removals, small).problems(ALL, Against.PRESENT, List.of(), found))
        .extracting(Problem::rule)
        .containsExactly("operations", "key-bytes");
  }

  @Test
  void eachThatIsKeptIsOfTheSecretThatItsOwnDocumentWas() {
    Map<DocumentId, Found> found = new TreeMap<>();
    List<DocumentChange> sets = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      DocumentId document = Rulebook.document("/d" + i);
      found.put(document, many(document, 0));
      sets.add(Asked.nothing().set("a", "1").change("changes[" + i + "]", document));
    }
    assertThat(ALL.of(Revised.first(sets, found).revision()))
        .extracting(each -> each.base().document())
        .containsExactlyElementsOf(found.keySet());
  }

  @Test
  void whatIsKeptUnchangedStaysOfTheVersionThatItWasWrittenAgainst() {
    Revised first = Revised.first(Asked.nothing().set("a", "new"), "{\"a\":\"old\"}");
    Map<DocumentId, Found> later =
        Map.of(
            Rulebook.DB,
            new Found(new DocumentBase(Rulebook.DB, "arn", "v2"), Asked.document("{}")));
    for (Against against : Against.values()) {
      ChangeSet kept = new ChangeSet(List.of(), ALL.of(first.revision()), against);
      Drafting.Result result = Drafting.draft(kept, later, "token", new Random(1));
      assertThat(((Drafting.Result.Drafted) result).draft().documents())
          .extracting(DocumentBase::versionId)
          .containsExactly(against == Against.UNCHANGED ? "v1" : "v2");
    }
  }
}
