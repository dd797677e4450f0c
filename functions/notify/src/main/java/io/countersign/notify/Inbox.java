package io.countersign.notify;

import io.countersign.edge.http.Events;
import io.countersign.json.Json;

/** Where a message goes by who sent it. */
record Inbox(Notices notices, Reports reports) {
  void take(Json.Obj envelope) {
    if (Events.text(envelope, "source").equals("aws.ses")) {
      reports.take(envelope);
    } else {
      notices.take(envelope);
    }
  }
}
