package io.countersign.aws.table;

import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.revision.RequestId;
import io.countersign.wire.DeliveryJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Deliveries in DynamoDB; {@code taken} is when one was taken in hand, 0 when it was given back.
 */
public final class DynamoDeliveries implements Deliveries {
  private static final String PREFIX = "DLV#";
  private static final String OPEN = "#status = :queued AND taken <= :before";

  private final Table table;

  public DynamoDeliveries(Table table) {
    this.table = table;
  }

  @Override
  public Claim claim(Delivery queued) {
    Instant before = queued.at().minus(IN_HAND);
    boolean taken =
        table.put(
            item(queued).put("taken", queued.at().toEpochMilli()),
            "attribute_not_exists(pk) OR (" + OPEN + ")",
            Map.of(
                ":queued", AttributeValue.fromS(Delivery.Status.QUEUED.name()),
                ":before", Writes.number(before.toEpochMilli())),
            Map.of("#status", "status"));
    if (taken) {
      return Claim.TAKEN;
    }
    Item present = table.get(Keys.request(queued.request()), sk(queued));
    return present != null && present.text("status").equals(Delivery.Status.QUEUED.name())
        ? Claim.IN_OTHER_HANDS
        : Claim.ENDED;
  }

  @Override
  public void end(Delivery ended) {
    table.put(item(ended));
  }

  @Override
  public void giveBack(Delivery waiting) {
    table.put(item(waiting).put("taken", 0));
  }

  @Override
  public List<Delivery> of(RequestId request) {
    return table.all(Keys.request(request), PREFIX).stream()
        .map(item -> DeliveryJson.read(item.data()))
        .toList();
  }

  private static Item item(Delivery delivery) {
    return Item.of(Keys.request(delivery.request()), sk(delivery))
        .put("status", delivery.status().name())
        .data(DeliveryJson.write(delivery));
  }

  private static String sk(Delivery delivery) {
    return PREFIX
        + "%010d#%s#%s".formatted(delivery.sequence(), delivery.person(), delivery.channel());
  }
}
