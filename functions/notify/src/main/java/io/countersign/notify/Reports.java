package io.countersign.notify;

import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.edge.log.Log;
import io.countersign.json.Json;
import io.countersign.store.Contention;
import org.jspecify.annotations.Nullable;

/** Takes from the default bus what SES says of mails afterwards. */
final class Reports {
  private final Deliveries deliveries;
  private final History history;
  private final Unheard unheard;
  private final Contention contention;

  Reports(Deliveries deliveries, History history, Unheard unheard, Contention contention) {
    this.deliveries = deliveries;
    this.history = history;
    this.unheard = unheard;
    this.contention = contention;
  }

  /**
   * One envelope; any fault makes it come again. What is about none of our mails is passed over.
   */
  void take(Json.Obj envelope) {
    SesEvent event = SesEvent.of(envelope);
    if (event == null) {
      return;
    }
    Delivery present = deliveries.find(event.delivery());
    if (present == null) {
      Log.event("unknown-mail", event.delivery().request().toString());
      return;
    }
    Delivery after = contention.until(() -> written(event));
    if (after.missed()) {
      Delivery.Key key = after.key();
      unheard.look(
          key.request(), key.sequence(), key.event(), history.event(key.request(), key.sequence()));
    }
  }

  private @Nullable Delivery written(SesEvent event) {
    Delivery before = deliveries.find(event.delivery());
    if (before == null) {
      return null;
    }
    Delivery after = before.after(event.report());
    return after.equals(before) || deliveries.replace(before, after) ? after : null;
  }
}
