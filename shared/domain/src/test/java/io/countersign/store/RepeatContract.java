package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Store} promises for idempotency keys (design §4). */
public abstract class RepeatContract {
  private final StoppedClock clock = new StoppedClock(Proposals.NOON);
  private final Revision revision = Proposals.revision(People.ids("ann"), List.of(), Rulebook.DB);
  private final Repeat started =
      Repeat.started("key", "body", "token", Proposals.NOON.plus(Duration.ofDays(1)));
  private Tables tables;
  private Store store;

  /** An empty one. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void open() {
    tables = tables(clock);
    store = tables.store();
  }

  @Test
  void aKeyBeginsOnceAndARetryFindsItsToken() {
    assertThat(store.begin(started)).isTrue();
    assertThat(store.begin(started)).isFalse();
    assertThat(read()).isEqualTo(started);
  }

  @Test
  void theCommitTurnsWhatHasBegunDone() {
    store.begin(started);
    assertThat(store.commit(submission().repeatable(started.done(Proposals.ONE, 201)))).isTrue();
    assertThat(read()).isEqualTo(started.done(Proposals.ONE, 201));
  }

  @Test
  void aCommandWithoutValuesWritesItsKeyInTheCommitItself() {
    assertThat(store.commit(submission().repeatable(started.done(Proposals.ONE, 201)))).isTrue();
    assertThat(read()).isEqualTo(started.done(Proposals.ONE, 201));
  }

  @Test
  void whatIsDoneIsNeverDoneAgain() {
    store.commit(submission().repeatable(started.done(Proposals.ONE, 201)));
    Head before = head();
    Event vote = new Event.Voted(People.id("bob"), revision.digest(), Decision.APPROVE, "");
    Commit again =
        Commit.of(Proposals.ONE, before, List.of(vote), Proposals.NOON)
            .repeatable(started.done(Proposals.ONE, 200));
    assertThat(store.commit(again)).isFalse();
    assertThat(head()).isEqualTo(before);
    assertThat(tables.events(Proposals.ONE)).hasSize(1);
    assertThat(store.begin(started)).isFalse();
    assertThat(read()).isEqualTo(started.done(Proposals.ONE, 201));
  }

  @Test
  void anotherBodyUnderABegunKeyCommitsNothing() {
    store.begin(started);
    Repeat other = new Repeat("key", "other body", "token", Proposals.ONE, 201, started.until());
    assertThat(store.commit(submission().repeatable(other))).isFalse();
    assertThat(store.read(Ask.state(Proposals.ONE)).head()).isNull();
    assertThat(tables.events(Proposals.ONE)).isEmpty();
    assertThat(read()).isEqualTo(started);
  }

  @Test
  void aRefusedCommitLeavesItsKeyAsItWas() {
    store.commit(submission());
    assertThat(store.commit(submission().repeatable(started.done(Proposals.ONE, 201)))).isFalse();
    assertThat(read()).isNull();
  }

  @Test
  void anExpiredKeyCountsAsNoneWhetherOrNotItWasSwept() {
    store.begin(started);
    clock.forward(Duration.ofDays(1));
    assertThat(read()).isNull();
    Repeat next =
        Repeat.started("key", "next body", "next", clock.instant().plus(Duration.ofDays(1)));
    assertThat(store.begin(next)).isTrue();
    assertThat(read()).isEqualTo(next);
  }

  @Test
  void anExpiredKeyDoesNotStandInTheWayOfACommit() {
    store.begin(started.done(Proposals.ONE, 201));
    clock.forward(Duration.ofDays(1));
    Repeat next =
        Repeat.started("key", "next body", "next", clock.instant().plus(Duration.ofDays(1)));
    Commit commit =
        Commit.of(Proposals.ONE, null, List.of(Proposals.submitted(revision)), clock.instant());
    assertThat(store.commit(commit.repeatable(next.done(Proposals.ONE, 202)))).isTrue();
    assertThat(read()).isEqualTo(next.done(Proposals.ONE, 202));
  }

  private Commit submission() {
    return Commit.of(Proposals.ONE, null, List.of(Proposals.submitted(revision)), Proposals.NOON)
        .with(revision);
  }

  private Head head() {
    return Objects.requireNonNull(store.read(Ask.state(Proposals.ONE)).head());
  }

  private @Nullable Repeat read() {
    return store.read(new Ask(null, null, null, "key", null)).repeat();
  }
}
