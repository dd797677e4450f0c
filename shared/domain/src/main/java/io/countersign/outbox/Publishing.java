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
   * Publishes the events of the request behind its cursor.
   *
   * @param upTo the number of the last of them; what comes later stays behind the cursor, so that
   *     it is still found
   * @return whether all of them are on the bus now
   */
  public boolean publish(RequestId request, long upTo) {
    long cursor = outbox.cursor(request);
    List<String> batch = next(request, cursor, upTo);
    while (!batch.isEmpty()) {
      int put = bus.put(batch);
      if (put > 0) {
        cursor += put;
        outbox.published(request, cursor);
      }
      if (put < batch.size()) {
        return false;
      }
      batch = next(request, cursor, upTo);
    }
    return true;
  }

  private List<String> next(RequestId request, long cursor, long upTo) {
    int most = (int) Math.min(BATCH, upTo - cursor);
    return most > 0 ? outbox.events(request, cursor, most) : List.of();
  }
}
