package io.countersign.explore.access;

import io.countersign.request.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has decided, on what they had read.
 *
 * @param number of the request; 0 where access is used
 * @param at by the clock of whoever decided
 * @param version of the request as read
 * @param counter as read
 * @param user who uses the access, or null where it is not used
 * @param done whether it took effect
 */
record Deed(
    String name,
    int number,
    Instant at,
    List<Event> events,
    int version,
    int counter,
    @Nullable String user,
    boolean done) {
  Deed happened() {
    return new Deed(name, number, at, events, version, counter, user, true);
  }

  /** What only goes on around it. */
  static Deed around(String name) {
    return new Deed(name, 0, Instant.EPOCH, List.of(), 0, 0, null, false);
  }

  @Override
  public String toString() {
    return name + (number == 0 ? "" : " " + number) + (done ? " at " + at : "");
  }
}
