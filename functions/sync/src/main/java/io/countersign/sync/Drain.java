package io.countersign.sync;

import io.countersign.destination.Lane;
import io.countersign.destination.Standing;
import io.countersign.destination.Standings;
import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import io.countersign.policy.Rules;
import io.countersign.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Brings what is due in one lane, several things side by side, by one worker at a time: so a slow
 * destination takes one of the function's instances and leaves the others to the others.
 */
final class Drain {
  /** Nothing new is begun in the last third of an invocation. */
  private static final int PARTS = 3;

  /** Lambda has ended the worker by then, whatever it was at. */
  private static final Duration LAPSE = Duration.ofSeconds(60);

  /** Later than that tick wakes the lane. */
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int PAGE = 100;

  private final Store store;
  private final Standings standings;
  private final Carrier carrier;
  private final BiConsumer<Lane, Duration> wake;
  private final Supplier<ExecutorService> abreast;
  private final InstantSource clock;

  Drain(
      Store store,
      Standings standings,
      Carrier carrier,
      BiConsumer<Lane, Duration> wake,
      Supplier<ExecutorService> abreast,
      InstantSource clock) {
    this.store = store;
    this.standings = standings;
    this.carrier = carrier;
    this.wake = wake;
    this.abreast = abreast;
    this.clock = clock;
  }

  /**
   * Works in the lane, unless somebody else does.
   *
   * @param left how long the invocation may take
   */
  void work(Lane lane, Duration left) {
    Instant now = clock.instant();
    String holder = UUID.randomUUID().toString();
    if (!standings.enter(lane, holder, now, now.plus(left).plus(LAPSE))) {
      return;
    }
    boolean broke = true;
    try {
      broke = !rounds(lane, now.plus(left.minus(left.dividedBy(PARTS))));
    } finally {
      standings.leave(lane, holder);
      soon(lane, broke);
    }
  }

  /** What was asked for while the lane was held woke nobody who could enter it. */
  private void soon(Lane lane, boolean broke) {
    Instant now = clock.instant();
    List<Standing> next = standings.due(lane, now.plus(MINUTE), 1);
    if (!next.isEmpty()) {
      Duration wait = Duration.between(now, next.getFirst().due());
      Duration least = broke ? PAUSE : Duration.ZERO;
      wake.accept(lane, wait.compareTo(least) < 0 ? least : wait);
    }
  }

  /** Whether nothing broke. */
  private boolean rounds(Lane lane, Instant end) {
    AtomicBoolean whole = new AtomicBoolean(true);
    Rules rules = Objects.requireNonNull(store.rules(lane.project()), "the project");
    Semaphore permits = new Semaphore(carrier.abreast(rules.destination(lane.destination())));
    try (ExecutorService threads = abreast.get()) {
      boolean more = true;
      while (more && clock.instant().isBefore(end)) {
        List<Standing> due = standings.due(lane, clock.instant(), PAGE);
        List<Future<?>> underWay =
            due.stream()
                .<Future<?>>map(each -> threads.submit(() -> one(each, rules, permits, end, whole)))
                .toList();
        underWay.forEach(Drain::join);
        more = due.size() == PAGE && whole.get();
      }
    }
    return whole.get();
  }

  /** One that breaks is still due, and keeps nothing from the others. */
  private void one(
      Standing standing, Rules rules, Semaphore permits, Instant end, AtomicBoolean whole) {
    permits.acquireUninterruptibly();
    try {
      if (clock.instant().isBefore(end)) {
        carrier.carry(standing, rules);
      }
    } catch (Unavailable e) {
      Log.fault("sync " + standing.lane(), e);
      whole.set(false);
    } finally {
      permits.release();
    }
  }

  private static void join(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
