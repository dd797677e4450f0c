package io.countersign.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Directory;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which values a revision refers to, and which it has done with. */
class RevisionTest {
  private static final Part PART = new Part("pending/one", "version-1");
  private final Revision first =
      Proposals.revision(People.ids("ann"), List.of(), Rulebook.DB).with(List.of(PART));

  private Revision next(Origin origin) {
    return first.revised(
        "next",
        People.id("bob"),
        "title",
        "message",
        first.operations(),
        List.of(origin),
        first.documents(),
        List.of(),
        Directory.EMPTY,
        Proposals.NOON);
  }

  @Test
  void itRefersToWhatItWrote() {
    assertThat(first.refersTo("token")).isTrue();
    assertThat(first.refersTo("other")).isFalse();
    assertThat(first.partNames()).containsExactly("pending/one");
    assertThat(first.with(List.of())).isSameAs(first);
  }

  @Test
  void whatTheNextOneKeepsStaysAndTheRestDoesNot() {
    Place here = new Place("token", 0);
    Place there = new Place("next", 0);
    assertThat(next(new Origin(here, there)).refersTo("token")).isTrue();
    assertThat(next(new Origin(there, here)).refersTo("token")).isTrue();
    assertThat(next(Origin.at(there)).batches()).isEmpty();
  }

  @Test
  void numbersAndAuthorsGrow() {
    Revision next = next(Origin.at(new Place("next", 0)));
    assertThat(next.number()).isEqualTo(2);
    assertThat(next.authors()).isEqualTo(People.ids("ann", "bob"));
    assertThat(next.digest()).isEqualTo(next.recomputed()).isNotEqualTo(first.digest());
  }
}
