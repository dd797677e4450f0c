package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.project.DocumentId;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Rule 8: other requests on the same keys are shown. */
class OverlapTest {
  private static final String DOCUMENT = "{\"a\":\"1\",\"b\":\"2\",\"c\":3}";

  private static Revision revision(Draft draft) {
    return Asked.revision(draft.operations(), draft.documents());
  }

  private static Revision asking(Asked asked) {
    return revision(asked.drafted(DOCUMENT));
  }

  private static Revision removing() {
    return revision(Asked.removed(DOCUMENT));
  }

  private static void overlap(Revision one, Revision other, String... keys) {
    SortedSet<String> both = new TreeSet<>(List.of(keys));
    Map<?, ?> expected = both.isEmpty() ? Map.of() : Map.of(Rulebook.DB, both);
    assertThat(Overlap.of(one, other)).isEqualTo(expected);
    assertThat(Overlap.of(other, one)).isEqualTo(expected);
  }

  @Test
  void keysThatBothChangeOverlapWhateverTheyBecome() {
    overlap(
        asking(Asked.nothing().set("a", "x").delete("b")),
        asking(Asked.nothing().set("a", "x").set("b", "y").set("d", "z")),
        "a",
        "b");
  }

  @Test
  void bothNamesOfARenameCount() {
    Revision renaming = asking(Asked.nothing().rename("a", "d"));
    overlap(renaming, asking(Asked.nothing().delete("a")), "a");
    overlap(renaming, asking(Asked.nothing().set("d", "x")), "d");
  }

  @Test
  void keysThatOnlyOneChangesDoNot() {
    overlap(asking(Asked.nothing().set("a", "x")), asking(Asked.nothing().set("b", "x")));
  }

  @Test
  void whoTakesTheDocumentAwayTouchesWhatTheOtherDoes() {
    overlap(removing(), asking(Asked.nothing().set("a", "x").set("new", "y")), "a", "new");
    overlap(removing(), removing(), "a", "b", "c");
  }

  @Test
  void theSameKeyOfAnotherDocumentDoesNot() {
    Draft here = Asked.nothing().set("a", "x").drafted(DOCUMENT);
    Revision elsewhere =
        Proposals.revision(People.ids("ann"), List.of(), Rulebook.document("/other"));
    overlap(revision(here), elsewhere);
  }

  @Test
  void theDocumentsOfTheOtherAreNotThoseOfThisOne() {
    Draft here = Asked.nothing().set("a", "x").drafted(DOCUMENT);
    Operation.Set own = (Operation.Set) here.operations().getFirst();
    DocumentId other = Rulebook.document("/other");
    Revision elsewhere =
        Asked.revision(
            List.of(new Operation.Set(other, own.key(), own.base(), own.value(), own.kind())),
            List.of(new DocumentBase(other, "arn", "v1")));
    overlap(revision(here), elsewhere);
  }
}
