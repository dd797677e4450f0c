package io.countersign.outbox;

import io.countersign.revision.RequestId;
import java.util.List;

/** Publishes what a request's cursor has not passed yet. */
public final class Publishing {
  private static final int BATCH = 10;

  private final Outbox outbox;
  private final Bus bus;

  public Publishing(Outbox outbox, Bus bus) {
    this.outbox = outbox;
    this.bus = bus;
  }

  /**
   * Publishes all events of the request behind its cursor.
   *
   * @return whether all of them are on the bus now
   */
  public boolean publish(RequestId request) {
    long cursor = outbox.cursor(request);
    List<String> batch = outbox.events(request, cursor, BATCH);
    while (!batch.isEmpty()) {
      int put = bus.put(batch);
      if (put > 0) {
        cursor += put;
        outbox.published(request, cursor);
      }
      if (put < batch.size()) {
        return false;
      }
      batch = batch.size() < BATCH ? List.of() : outbox.events(request, cursor, BATCH);
    }
    return true;
  }
}
