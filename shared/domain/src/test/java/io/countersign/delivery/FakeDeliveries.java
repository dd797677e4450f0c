package io.countersign.delivery;

import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Deliveries in memory. */
public final class FakeDeliveries implements Deliveries {
  private record Row(Delivery delivery, Instant taken) {}

  private final SortedMap<String, Row> rows = new TreeMap<>();

  @Override
  public Claim claim(Delivery queued) {
    Row row = rows.get(key(queued));
    if (row != null && row.delivery().status() != Delivery.Status.QUEUED) {
      return Claim.ENDED;
    }
    if (row != null && row.taken().isAfter(queued.at().minus(IN_HAND))) {
      return Claim.IN_OTHER_HANDS;
    }
    rows.put(key(queued), new Row(queued, queued.at()));
    return Claim.TAKEN;
  }

  @Override
  public void end(Delivery ended) {
    rows.put(key(ended), new Row(ended, ended.at()));
  }

  @Override
  public void giveBack(Delivery waiting) {
    rows.put(key(waiting), new Row(waiting, Instant.EPOCH));
  }

  @Override
  public List<Delivery> of(RequestId request) {
    return rows.values().stream()
        .map(Row::delivery)
        .filter(delivery -> delivery.request().equals(request))
        .toList();
  }

  private static String key(Delivery delivery) {
    return delivery.request()
        + "#%010d#%s#%s".formatted(delivery.sequence(), delivery.person(), delivery.channel());
  }
}
