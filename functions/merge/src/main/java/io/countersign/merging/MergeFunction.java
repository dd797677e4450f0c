package io.countersign.merging;

import io.countersign.edge.http.Events;
import io.countersign.edge.http.MachineClients;
import io.countersign.edge.http.Router;
import io.countersign.edge.queue.Messages;
import io.countersign.json.Json;
import io.countersign.revision.RequestId;
import java.time.Duration;
import java.util.Map;

/** Tells a call over HTTP from a batch of the queue. */
final class MergeFunction {
  private static final String REQUEST = "POST /v1/change-requests/{id}";

  private final Starting starting;
  private final Resuming resuming;
  private final MachineClients machines;

  MergeFunction(Starting starting, Resuming resuming, MachineClients machines) {
    this.starting = starting;
    this.resuming = resuming;
    this.machines = machines;
  }

  /** The same, for calls of these machines too. */
  MergeFunction knowing(MachineClients clients) {
    return new MergeFunction(starting, resuming, clients);
  }

  Json answer(Json event, Duration left) {
    return Messages.is(event)
        ? Messages.each(event, message -> resuming.resume(request(message), left))
        : router(left).answer(event);
  }

  Router router(Duration left) {
    return new Router(
            Map.of(
                REQUEST + "/merge", http -> starting.start(http, left),
                REQUEST + "/finish", http -> starting.finish(http, left),
                REQUEST + "/undo", http -> starting.undo(http, left)))
        .knowing(machines);
  }

  /** The bus's envelope and tick's own message both name the request. */
  private static RequestId request(Json.Obj message) {
    Json.Obj detail = Events.object(message, "detail");
    return RequestId.parse(Events.text(detail.members().isEmpty() ? message : detail, "request"));
  }
}
