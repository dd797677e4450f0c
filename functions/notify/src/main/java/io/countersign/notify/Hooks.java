package io.countersign.notify;

import io.countersign.edge.http.Events;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.wire.EventJson;
import java.util.function.Consumer;

/**
 * Hands what happens to requests on to sync, where a webhook of the project has asked for it: sync
 * is woken for nothing else.
 *
 * @param sync takes an envelope of the bus as it is
 */
record Hooks(Consumer<Json.Obj> sync) {
  /** One envelope; any fault makes it come again, which tells nobody twice. */
  void take(Json.Obj envelope, Rules rules) {
    String word = Events.text(Events.object(envelope, "detail"), "type");
    if (EventJson.OF_REQUESTS.contains(word)
        && rules.destinations().stream().anyMatch(each -> each.hears(word))) {
      sync.accept(envelope);
    }
  }
}
