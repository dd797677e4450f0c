package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Join;
import io.countersign.directory.Person;
import io.countersign.directory.Subject;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Registry} promises to those who ask to join. */
public abstract class JoinsContract {
  private static final Instant NOON = Proposals.NOON;
  private static final Join EVE = Join.asked("Eve", "eve@example.com", People.subject("eve"), NOON);

  private Tables tables;

  /** An empty one. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void open() {
    tables = tables(new StoppedClock(NOON));
  }

  @Test
  void whoAsksIsListedInTurn() {
    Join dan = Join.asked("Dan", null, People.subject("dan"), NOON.minusMillis(1));
    assertThat(ask(EVE)).isTrue();
    assertThat(ask(dan)).isTrue();
    assertThat(tables.registry().joins(NOON)).containsExactly(dan, EVE);
  }

  @Test
  void everySubjectAsksOnce() {
    Join again = Join.asked("Eva", null, EVE.subject(), NOON.plusMillis(5));
    assertThat(ask(EVE)).isTrue();
    assertThat(ask(again)).isTrue();
    assertThat(tables.registry().joins(NOON)).containsExactly(again);
  }

  @Test
  void theirTimeEndsThoughNobodySwept() {
    ask(EVE);
    Instant end = NOON.plus(Duration.ofDays(30));
    assertThat(tables.registry().joins(end.minusMillis(1))).containsExactly(EVE);
    assertThat(tables.registry().joins(end)).isEmpty();
  }

  @Test
  void bindingTheSubjectEndsItAndNobodyElses() {
    Join dan = Join.asked("Dan", null, People.subject("dan"), NOON);
    ask(EVE);
    ask(dan);
    assertThat(write(new Entry.OfPerson(null, People.person("eve")))).isTrue();
    assertThat(tables.registry().joins(NOON)).containsExactly(dan);
  }

  @Test
  void bindingItLaterToWhoIsThereEndsItToo() {
    Person known = with(People.person("eve"), null, 1);
    assertThat(write(new Entry.OfPerson(null, known))).isTrue();
    assertThat(ask(EVE)).isTrue();
    assertThat(write(new Entry.OfPerson(known, with(known, EVE.subject(), 2)))).isTrue();
    assertThat(tables.registry().joins(NOON)).isEmpty();
  }

  @Test
  void whoIsBoundCannotAsk() {
    assertThat(write(new Entry.OfPerson(null, People.person("eve")))).isTrue();
    assertThat(ask(EVE)).isFalse();
    assertThat(tables.registry().joins(NOON)).isEmpty();
  }

  @Test
  void askingDisturbsNoDecision() {
    Counters before = counters();
    ask(EVE);
    assertThat(counters()).isEqualTo(before);
  }

  private boolean ask(Join join) {
    return tables.registry().ask(join);
  }

  private boolean write(Entry entry) {
    return tables.registry().write(entry, counters());
  }

  private Counters counters() {
    return Objects.requireNonNull(
        tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters());
  }

  private static Person with(Person person, @Nullable Subject subject, long version) {
    return new Person(
        person.id(), person.name(), person.email(), true, subject, person.groups(), version);
  }
}
