package io.countersign.relay;

import io.countersign.edge.http.Events;
import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import io.countersign.json.Json;
import io.countersign.outbox.Publishing;
import io.countersign.revision.RequestId;
import io.countersign.waiting.Keeping;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings every request in a batch of the stream onto the lists of those whom it waits for, and
 * publishes its events that are taken into account there. A record only says which request to look
 * at, so it does not matter in which order records come, or how often.
 */
final class Relay {
  private static final String PREFIX = "CR#";

  private final Keeping keeping;
  private final Publishing publishing;

  Relay(Keeping keeping, Publishing publishing) {
    this.keeping = keeping;
    this.publishing = publishing;
  }

  /**
   * Takes a batch; one that fails comes again as a whole, which changes nothing for the others.
   *
   * @throws IllegalStateException when some request's events could not be published
   */
  Json take(Json batch) {
    Set<RequestId> failed = new TreeSet<>();
    for (RequestId request : requests(batch)) {
      try {
        if (!publishing.publish(request, keeping.keep(request))) {
          failed.add(request);
        }
      } catch (Unavailable e) {
        Log.fault("relay " + request, e);
        failed.add(request);
      }
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException("not published yet: " + failed);
    }
    return Json.object().put("batchItemFailures", new Json.Arr(List.of())).build();
  }

  private static Set<RequestId> requests(Json batch) {
    Set<RequestId> requests = new TreeSet<>();
    for (Json record : Events.items((Json.Obj) batch, "Records")) {
      Json.Obj keys = Events.object(Events.object((Json.Obj) record, "dynamodb"), "Keys");
      String pk = Events.text(Events.object(keys, "pk"), "S");
      if (pk.startsWith(PREFIX)) {
        requests.add(RequestId.parse(pk.substring(PREFIX.length())));
      }
    }
    return requests;
  }
}
