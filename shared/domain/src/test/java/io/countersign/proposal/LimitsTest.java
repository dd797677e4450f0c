package io.countersign.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Document;
import io.countersign.project.DocumentId;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Part;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Design §1: how much one request may hold; what is exactly as much is taken. */
class LimitsTest {
  private static DocumentId document(int n) {
    return Rulebook.document("/doc-" + n);
  }

  private static List<String> rules(List<DocumentChange> changes, Map<DocumentId, Found> found) {
    return Limits.check(ChangeSet.of(changes), found).stream().map(Problem::rule).toList();
  }

  private static List<String> rules(Asked... asked) {
    List<DocumentChange> changes = new ArrayList<>();
    Map<DocumentId, Found> found = new HashMap<>();
    for (int i = 0; i < asked.length; i++) {
      changes.add(asked[i].change("changes[" + i + "]", document(i)));
      found.put(document(i), found(document(i), "{}"));
    }
    return rules(changes, found);
  }

  private static Found found(DocumentId id, String text) {
    return new Found(new DocumentBase(id, "arn", "v1"), Asked.document(text));
  }

  private static Asked keys(int many, String value) {
    Asked asked = Asked.nothing();
    IntStream.range(0, many).forEach(i -> asked.set("k" + i, value));
    return asked;
  }

  @Test
  void somethingIsAskedFor() {
    assertThat(rules()).containsExactly("empty");
    assertThat(rules(keys(1, ""))).isEmpty();
  }

  @Test
  void twentyDocuments() {
    Asked[] twenty = IntStream.range(0, 20).mapToObj(_ -> keys(1, "")).toArray(Asked[]::new);
    assertThat(rules(twenty)).isEmpty();
    Asked[] more = Arrays.copyOf(twenty, 21);
    more[20] = keys(1, "");
    assertThat(rules(more)).containsExactly("documents");
  }

  @Test
  void twoHundredOperationsOfAnyKind() {
    assertThat(rules(keys(200, ""))).isEmpty();
    assertThat(rules(keys(201, ""))).containsExactly("operations");
    assertThat(rules(keys(198, "").delete("x").rename("y", "z"))).isEmpty();
    assertThat(rules(keys(199, "").delete("x").rename("y", "z"))).containsExactly("operations");
  }

  @Test
  void aDocumentThatGoesCountsAsItsKeysAndOneAtLeast() {
    List<DocumentChange> removal = List.of(Asked.removal());
    assertThat(rules(removal, Map.of(Rulebook.DB, found(Rulebook.DB, "{}")))).isEmpty();
    assertThat(rules(removal, Map.of(Rulebook.DB, found(Rulebook.DB, object(200))))).isEmpty();
    assertThat(rules(removal, Map.of(Rulebook.DB, found(Rulebook.DB, object(201)))))
        .containsExactly("operations");
    List<DocumentChange> both = List.of(Asked.removal(), keys(200, "").change("c", document(1)));
    Map<DocumentId, Found> empty =
        Map.of(Rulebook.DB, found(Rulebook.DB, "{}"), document(1), found(document(1), "{}"));
    assertThat(rules(both, empty)).containsExactly("operations");
  }

  private static String object(int keys) {
    return IntStream.range(0, keys)
        .mapToObj(i -> "\"k" + i + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void hundredKilobytesOfNamesWhereverTheyStand() {
    String long1024 = "n".repeat(1020);
    assertThat(rules(named(long1024, 100))).isEmpty();
    Asked more = named(long1024, 100).delete("x");
    assertThat(rules(more)).containsExactly("key-bytes");
    assertThat(rules(named(long1024, 99).rename("a".repeat(512), "b".repeat(513))))
        .containsExactly("key-bytes");
    DocumentId other = document(1);
    String big =
        IntStream.range(0, 100)
            .mapToObj(i -> "\"%s%04d\":1".formatted(long1024, i))
            .collect(Collectors.joining(",", "{", "}"));
    List<DocumentChange> removal =
        List.of(
            new DocumentChange.Removal("changes[0]", other), keys(1, "").change("c", Rulebook.DB));
    Document huge = Asked.document(big);
    assertThat(
            rules(
                removal,
                Map.of(
                    other,
                    new Found(new DocumentBase(other, "arn", "v1"), huge),
                    Rulebook.DB,
                    found(Rulebook.DB, "{}"))))
        .containsExactly("key-bytes");
  }

  /** So many keys of 1024 bytes. */
  private static Asked named(String prefix, int many) {
    Asked asked = Asked.nothing();
    IntStream.range(0, many).forEach(i -> asked.set("%s%04d".formatted(prefix, i), ""));
    return asked;
  }

  @Test
  void fiveHundredKilobytesOfValues() {
    assertThat(rules(keys(10, "v".repeat(51_200)))).isEmpty();
    assertThat(rules(keys(10, "v".repeat(51_200)).set("one", "x"))).containsExactly("value-bytes");
    assertThat(rules(keys(5, "é".repeat(25_600)), keys(5, "é".repeat(25_601))))
        .containsExactly("value-bytes");
  }

  @Test
  void aValueThatNoDocumentCouldHoldIsNamed() {
    assertThat(rules(keys(1, "v".repeat(65_536)))).isEmpty();
    assertThat(
            Limits.check(
                ChangeSet.of(List.of(keys(1, "v".repeat(65_537)).change())), Asked.found("{}")))
        .containsExactly(
            new Problem(
                "changes[0].set.k0", "value-size", "has 65537 bytes of UTF-8; at most 65536 fit"));
  }

  @Test
  void hundredPartsForWhatIsKept() {
    Revision none = Proposals.revision(People.ids("ann"), List.of(), Rulebook.DB);
    assertThat(Limits.check(parts(none, 100))).isEmpty();
    assertThat(Limits.check(parts(none, 101)))
        .extracting(Problem::rule)
        .containsExactly("value-parts");
  }

  private static Revision parts(Revision of, int many) {
    return of.with(
        IntStream.range(0, many).mapToObj(i -> new Part("pending/" + i, "version-" + i)).toList());
  }
}
