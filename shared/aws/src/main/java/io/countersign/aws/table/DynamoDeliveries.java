package io.countersign.aws.table;

import io.countersign.delivery.Deliveries;
import io.countersign.delivery.Delivery;
import io.countersign.revision.RequestId;
import io.countersign.wire.DeliveryJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Deliveries in DynamoDB; {@code taken} is when one was taken in hand, 0 when it was given back.
 */
public final class DynamoDeliveries implements Deliveries {
  private static final String PREFIX = "DLV#";
  private static final String OPEN = "#status = :queued AND taken <= :before";

  private static final Map<String, String> STATUS = Map.of("#status", "status");

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
            STATUS);
    if (taken) {
      return Claim.TAKEN;
    }
    Item present = table.get(Keys.request(queued.request()), sk(queued.key()));
    return present != null && present.text("status").equals(Delivery.Status.QUEUED.name())
        ? Claim.IN_OTHER_HANDS
        : Claim.ENDED;
  }

  @Override
  public void end(Delivery ended) {
    ifQueued(item(ended));
  }

  @Override
  public void giveBack(Delivery waiting) {
    ifQueued(item(waiting).put("taken", 0));
  }

  private void ifQueued(Item next) {
    table.put(
        next,
        "attribute_not_exists(pk) OR #status = :queued",
        Map.of(":queued", AttributeValue.fromS(Delivery.Status.QUEUED.name())),
        STATUS);
  }

  @Override
  public @Nullable Delivery find(Delivery.Key key) {
    Item item = table.get(Keys.request(key.request()), sk(key));
    return item == null ? null : DeliveryJson.read(item.data());
  }

  @Override
  public boolean replace(Delivery before, Delivery after) {
    return table.put(
        item(after),
        "#data = :before",
        Map.of(":before", AttributeValue.fromS(DeliveryJson.write(before).text())),
        Map.of("#data", Item.DATA));
  }

  @Override
  public List<Delivery> of(RequestId request) {
    return table.all(Keys.request(request), PREFIX).stream()
        .map(item -> DeliveryJson.read(item.data()))
        .toList();
  }

  private static Item item(Delivery delivery) {
    return Item.of(Keys.request(delivery.request()), sk(delivery.key()))
        .put("status", delivery.status().name())
        .data(DeliveryJson.write(delivery));
  }

  private static String sk(Delivery.Key key) {
    return PREFIX
        + "%010d#%s#%s#%s".formatted(key.sequence(), key.event(), key.person(), key.channel());
  }
}
