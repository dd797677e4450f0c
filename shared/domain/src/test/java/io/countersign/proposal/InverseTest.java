package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.project.DocumentId;
import io.countersign.revision.Base;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Mac;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import io.countersign.revision.Source;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InverseTest {
  private static final DocumentId DB = Rulebook.document("/db");
  private static final DocumentId NEW = Rulebook.document("/new");
  private static final Mac MAC = new Mac("a".repeat(64));
  private static final Base HELD = new Base.Present(MAC);
  private static final Base ABSENT = new Base.Absent();

  private static List<DocumentChange> inverse(Operation... operations) {
    return Inverse.of(
        Revision.sealed(
            Proposals.ONE,
            "t".repeat(32),
            People.id("dan"),
            "Title",
            "",
            List.of(operations),
            List.of(
                new DocumentBase(DB, "arn:db", "version-before"),
                new DocumentBase(NEW, null, null)),
            List.of(),
            People.directory("dan"),
            Proposals.NOON));
  }

  private static DocumentChange.OfKeys of(List<DocumentChange> changes, DocumentId document) {
    return (DocumentChange.OfKeys)
        changes.stream().filter(each -> each.document().equals(document)).findFirst().orElseThrow();
  }

  private static Source before(String key) {
    return new Source(new Source.Version(DB, "version-before"), key);
  }

  @Test
  void everyKeyGetsWhatItHeldAndWhatWasNotThereGoes() {
    var changes =
        inverse(
            new Operation.Set(DB, "CHANGED", HELD, MAC),
            new Operation.Set(DB, "ADDED", ABSENT, MAC),
            new Operation.Delete(DB, "REMOVED", HELD),
            new Operation.Rename(DB, "OLD", "NEW", HELD, ABSENT));
    assertThat(of(changes, DB).copy())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "CHANGED", before("CHANGED"),
                "REMOVED", before("REMOVED"),
                "OLD", before("OLD")));
    assertThat(of(changes, DB).delete()).containsExactly("ADDED", "NEW");
  }

  @Test
  void swappedKeysAreSwappedBack() {
    var changes =
        inverse(
            new Operation.Rename(DB, "A", "B", HELD, HELD),
            new Operation.Rename(DB, "B", "A", HELD, HELD));
    assertThat(of(changes, DB).copy()).containsOnlyKeys("A", "B");
    assertThat(of(changes, DB).delete()).isEmpty();
  }

  @Test
  void aDocumentThatWentComesBackWithAllItsKeys() {
    var changes = inverse(new Operation.Remove(DB, new TreeMap<>(Map.of("A", MAC, "B", MAC))));
    assertThat(of(changes, DB).copy()).containsOnlyKeys("A", "B");
  }

  @Test
  void aDocumentThatCameLosesWhatItGotAndNothingElse() {
    var changes = inverse(new Operation.Set(NEW, "KEY", ABSENT, MAC));
    assertThat(of(changes, NEW).delete()).containsExactly("KEY");
    assertThat(of(changes, NEW).copy()).isEmpty();
  }
}
