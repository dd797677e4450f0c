package io.countersign.query;

import io.countersign.delivery.Deliveries;
import io.countersign.destination.Syncs;
import io.countersign.edge.command.Answers;
import io.countersign.json.Json;

/** What became of a request outside: mails and destinations. */
record Traces(Deliveries deliveries, Syncs syncs) {
  Json syncs(Look look) {
    return Json.array(
        syncs.of(look.request().id()),
        sync ->
            Json.object()
                .put("destination", sync.destination().value())
                .put("environment", sync.document().environment().value())
                .put("path", sync.document().path().value())
                .put("versionId", sync.versionId())
                .put("status", sync.status().name())
                .put("reason", sync.reason())
                .put("names", Json.texts(sync.names()))
                .put("at", sync.at())
                .build());
  }

  Json deliveries(Look look) {
    return Json.array(
        deliveries.of(look.request().id()),
        delivery ->
            Json.object()
                .put("event", delivery.event())
                .put("person", Answers.actor(delivery.person(), look.directory()::nameOf))
                .put("channel", delivery.key().channel().name())
                .put("status", delivery.status().name())
                .put("reason", delivery.reason())
                .put("at", delivery.at())
                .build());
  }
}
