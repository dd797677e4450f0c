package io.countersign.notify;

import io.countersign.edge.http.Events;
import io.countersign.json.Json;
import io.countersign.wire.RoundJson;

/** Where a message goes by who sent it and what it is called. */
record Inbox(Notices notices, Nudges nudges, Reports reports) {
  void take(Json.Obj envelope) {
    if (Events.text(envelope, "source").equals("aws.ses")) {
      reports.take(envelope);
    } else if (Events.text(envelope, "detail-type").equals(RoundJson.DUE)) {
      nudges.take(envelope);
    } else {
      notices.take(envelope);
    }
  }
}
