package io.countersign.relay;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.command.Pauses;
import io.countersign.outbox.Bus;
import io.countersign.outbox.Outbox;
import io.countersign.outbox.Publishing;
import io.countersign.store.Store;
import io.countersign.waiting.Keeping;
import io.countersign.waiting.WaitingLists;

/** The handler on ports that are given. */
public final class RelayDoor {
  private RelayDoor() {}

  public static RequestStreamHandler handler(
      Store store, WaitingLists lists, Outbox outbox, Bus bus) {
    return new RelayHandler(
        new Relay(new Keeping(store, lists, Pauses.contention()), new Publishing(outbox, bus)));
  }
}
