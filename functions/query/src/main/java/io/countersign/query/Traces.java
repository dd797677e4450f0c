package io.countersign.query;

import io.countersign.channel.Postings;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.destination.Syncs;
import io.countersign.edge.command.Answers;
import io.countersign.json.Json;
import io.countersign.wire.PostingJson;
import io.countersign.wire.SyncJson;
import java.util.Comparator;
import java.util.stream.Stream;

/** What became of a request outside: mails, chats and destinations. */
record Traces(Deliveries deliveries, Postings postings, Syncs syncs) {
  private record Told(long sequence, Json shown) {}

  Json syncs(Look look) {
    return Json.array(syncs.of(look.request().id()), SyncJson::shown);
  }

  /** In the order of events; people before channels. */
  Json deliveries(Look look) {
    return Json.array(
        Stream.concat(
                deliveries.of(look.request().id()).stream().map(each -> mail(each, look)),
                postings.of(look.request().id()).stream()
                    .map(each -> new Told(each.sequence(), PostingJson.shown(each))))
            .sorted(Comparator.comparingLong(Told::sequence))
            .toList(),
        Told::shown);
  }

  private static Told mail(Delivery delivery, Look look) {
    return new Told(
        delivery.sequence(),
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
