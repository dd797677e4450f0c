package io.countersign.delivery;

import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
    ifQueued(new Row(ended, ended.at()));
  }

  @Override
  public void giveBack(Delivery waiting) {
    ifQueued(new Row(waiting, Instant.EPOCH));
  }

  private void ifQueued(Row next) {
    rows.compute(
        key(next.delivery()),
        (_, row) -> row == null || row.delivery().status() == Delivery.Status.QUEUED ? next : row);
  }

  @Override
  public @Nullable Delivery find(Delivery.Key key) {
    Row row = rows.get(text(key));
    return row == null ? null : row.delivery();
  }

  @Override
  public boolean replace(Delivery before, Delivery after) {
    Row row = rows.get(key(before));
    if (row == null || !row.delivery().equals(before)) {
      return false;
    }
    rows.put(key(before), new Row(after, row.taken()));
    return true;
  }

  @Override
  public List<Delivery> of(RequestId request) {
    return rows.values().stream()
        .map(Row::delivery)
        .filter(delivery -> delivery.request().equals(request))
        .toList();
  }

  private static String key(Delivery delivery) {
    return text(delivery.key());
  }

  private static String text(Delivery.Key key) {
    return key.request()
        + "#%010d#%s#%s#%s".formatted(key.sequence(), key.event(), key.person(), key.channel());
  }
}
