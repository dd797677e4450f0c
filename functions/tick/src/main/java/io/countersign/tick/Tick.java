package io.countersign.tick;

import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import io.countersign.json.Json;
import io.countersign.outbox.Outbox;
import io.countersign.outbox.Publishing;
import io.countersign.revision.RequestId;
import io.countersign.store.Due;
import io.countersign.waiting.Keeping;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One round of everything; a part that fails does not keep the others from their turn. */
final class Tick {
  private static final int MOST = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Due due;
  private final Expiry expiry;
  private final Consumer<RequestId> wake;
  private final Outbox outbox;
  private final Keeping keeping;
  private final Publishing publishing;
  private final Orphans orphans;
  private final Nudging nudging;
  private final Lanes lanes;
  private final InstantSource clock;

  Tick(
      Due due,
      Expiry expiry,
      Consumer<RequestId> wake,
      Outbox outbox,
      Keeping keeping,
      Publishing publishing,
      Orphans orphans,
      Nudging nudging,
      Lanes lanes,
      InstantSource clock) {
    this.due = due;
    this.expiry = expiry;
    this.wake = wake;
    this.outbox = outbox;
    this.keeping = keeping;
    this.publishing = publishing;
    this.orphans = orphans;
    this.nudging = nudging;
    this.lanes = lanes;
    this.clock = clock;
  }

  /**
   * Runs all parts.
   *
   * @throws IllegalStateException naming the parts that failed, after all had their turn
   */
  Json run() {
    Instant now = clock.instant();
    List<String> failed = new ArrayList<>();
    each("expire", () -> due.expired(now, MOST), expiry::expire, failed);
    each("end", () -> due.over(now, MOST), expiry::end, failed);
    each("resume", () -> due.lapsed(now, MOST), wake, failed);
    each("publish", () -> outbox.unpublished(now.minus(PATIENCE), MOST), this::publish, failed);
    each("remind", () -> nudging.due(now, MOST), nudging::remind, failed);
    each("sync", () -> lanes.waiting(now), lanes::wake, failed);
    each("sweep", () -> orphans.find(now), orphans::remove, failed);
    if (!failed.isEmpty()) {
      throw new IllegalStateException("failed: " + failed);
    }
    return Json.object().put("at", now).build();
  }

  /** What relay would have done. */
  private void publish(RequestId request) {
    publishing.publish(request, keeping.keep(request));
  }

  private static <T> void each(
      String part, Supplier<? extends Collection<T>> find, Consumer<T> act, List<String> failed) {
    try {
      for (T item : find.get()) {
        try {
          act.accept(item);
        } catch (Unavailable e) {
          Log.fault(part + " " + item, e);
          failed.add(part + " " + item);
        }
      }
    } catch (Unavailable e) {
      Log.fault(part, e);
      failed.add(part);
    }
  }
}
