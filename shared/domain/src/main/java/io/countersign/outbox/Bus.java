package io.countersign.outbox;

import java.util.List;

/** The bus that others listen to. */
public interface Bus {
  /**
   * Puts events on the bus, in order. Those that are for the audit only are passed over and count
   * as put.
   *
   * @param details each an event's exact text
   * @return how many of them, from the first, are on it for certain
   */
  int put(List<String> details);
}
