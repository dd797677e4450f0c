package io.countersign.wire;

import io.countersign.delivery.Channel;
import io.countersign.delivery.Delivery;
import io.countersign.directory.Directory;
import io.countersign.directory.PersonId;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.revision.RequestId;
import java.time.Instant;

/** Deliveries, as stored and as shown. */
public final class DeliveryJson {
  private DeliveryJson() {}

  /** As stored. */
  public static Json.Obj write(Delivery delivery) {
    return Json.object()
        .put("request", delivery.request().toString())
        .put("sequence", delivery.sequence())
        .put("event", delivery.event())
        .put("person", delivery.person().value())
        .put("channel", delivery.key().channel().name())
        .put("status", delivery.status().name())
        .put("messageId", delivery.messageId())
        .put("reason", delivery.reason())
        .put("at", delivery.at())
        .build();
  }

  public static Delivery read(Json stored) {
    Fields json = Fields.of(stored);
    return new Delivery(
        new Delivery.Key(
            json.typed("request", RequestId::parse),
            json.number("sequence"),
            json.text("event"),
            json.typed("person", PersonId::new),
            json.choice("channel", Channel.class)),
        json.choice("status", Delivery.Status.class),
        json.optionalText("messageId"),
        json.optionalText("reason"),
        json.typed("at", Instant::parse));
  }

  /** As the API shows it. */
  public static Json.Obj shown(Delivery delivery, Directory directory) {
    PersonId person = delivery.person();
    return Json.object()
        .put("event", delivery.event())
        .put(
            "person",
            Json.object().put("id", person.value()).put("name", directory.nameOf(person)).build())
        .put("channel", delivery.key().channel().name())
        .put("status", delivery.status().name())
        .put("reason", delivery.reason())
        .put("at", delivery.at())
        .build();
  }
}
