package io.countersign.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.directory.Directory;
import io.countersign.name.Token;
import io.countersign.revision.Base;
import io.countersign.revision.Nonce;
import io.countersign.revision.Operation;
import io.countersign.revision.Origin;
import io.countersign.revision.Part;
import io.countersign.revision.Place;
import io.countersign.revision.Revision;
import io.countersign.revision.Sealing;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.vault.FakeProposals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values of a revision, wherever they were first written. */
class UnsealingTest {
  private final RandomGenerator random = RandomGenerator.getDefault();
  private final FakeProposals proposals = new FakeProposals(Instant::now);
  private final List<Sealing> first = List.of(sealing("x".repeat(100_000)), sealing("b"));
  private final Revision one = revision();

  private Sealing sealing(@Nullable String text) {
    return new Sealing(Nonce.from(random), Nonce.from(random), Nonce.from(random), text);
  }

  private Revision revision() {
    List<Operation> operations =
        List.of(
            new Operation.Set(Rulebook.DB, "A", new Base.Absent(), first.get(0).bound()),
            new Operation.Set(Rulebook.DB, "B", new Base.Absent(), first.get(1).bound()));
    return Revision.sealed(
            Proposals.ONE,
            "one",
            People.id("ann"),
            "title",
            "",
            operations,
            List.of(),
            List.of(),
            Directory.EMPTY,
            Proposals.NOON)
        .with(written("one", first));
  }

  private List<Part> written(String token, List<Sealing> sealings) {
    List<Part> parts = new ArrayList<>();
    for (String text : SealingJson.write(sealings)) {
      String name = Proposals.ONE + "/" + token + "/" + parts.size();
      parts.add(new Part(name, proposals.write(name, Token.of(name), text)));
    }
    return parts;
  }

  private Revision next(List<Origin> origins, List<Sealing> own) {
    return one.revised(
            "two",
            People.id("ann"),
            "title",
            "",
            one.operations().subList(0, origins.size()),
            origins,
            List.of(),
            List.of(),
            Directory.EMPTY,
            Proposals.NOON)
        .with(own.isEmpty() ? List.of() : written("two", own));
  }

  private List<Sealing> read(Revision revision) {
    return Objects.requireNonNull(new Unsealing(proposals).of(revision));
  }

  private static void is(Sealing actual, Sealing value, Sealing bases) {
    assertThat(actual.text()).isEqualTo(value.text());
    assertThat(actual.value().hex()).isEqualTo(value.value().hex());
    assertThat(actual.base().hex()).isEqualTo(bases.base().hex());
    assertThat(actual.target().hex()).isEqualTo(bases.target().hex());
  }

  @Test
  void itsOwnValuesComeInTheOrderOfTheOperations() {
    List<Sealing> read = read(one);
    assertThat(read).hasSize(2);
    is(read.get(0), first.get(0), first.get(0));
    is(read.get(1), first.get(1), first.get(1));
  }

  @Test
  void aKeptValueComesFromWhereItWasWrittenAndItsBasesFromWhereTheyWere() {
    Sealing own = sealing(null);
    List<Origin> origins =
        List.of(
            new Origin(new Place("one", 1), new Place("two", 0)), Origin.at(new Place("one", 0)));
    List<Sealing> read = read(next(origins, List.of(own)));
    is(read.get(0), first.get(1), own);
    is(read.get(1), first.get(0), first.get(0));
  }

  @Test
  void whatIsOnlyKeptNeedsNoBatchOfItsOwn() {
    List<Sealing> read = read(next(List.of(Origin.at(new Place("one", 1))), List.of()));
    is(read.getFirst(), first.get(1), first.get(1));
  }

  @Test
  void aPartThatIsGoneIsMissed() {
    proposals.delete(List.of(one.partNames().getLast()));
    assertThat(new Unsealing(proposals).of(one)).isNull();
  }

  @Test
  void anEntryThatWasNeverWrittenIsRefused() {
    Revision beyond = next(List.of(Origin.at(new Place("one", 2))), List.of());
    assertThatThrownBy(() -> new Unsealing(proposals).of(beyond))
        .isInstanceOf(IllegalArgumentException.class);
    Revision elsewhere = next(List.of(Origin.at(new Place("three", 0))), List.of());
    assertThatThrownBy(() -> new Unsealing(proposals).of(elsewhere))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
