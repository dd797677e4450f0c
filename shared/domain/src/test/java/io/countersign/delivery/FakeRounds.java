package io.countersign.delivery;

import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rounds in memory. */
public final class FakeRounds implements Rounds {
  /**
   * One that was planned.
   *
   * @param waits false when it was the last
   */
  private record Row(Round round, boolean waits) {}

  private final Map<RequestId, Row> rows = new HashMap<>();

  @Override
  public void plan(Round first) {
    Row row = rows.get(first.request());
    if (row == null || row.round().sequence() < first.sequence()) {
      rows.put(first.request(), new Row(first, true));
    }
  }

  @Override
  public List<Round> due(Instant now, int limit) {
    return rows.values().stream()
        .filter(Row::waits)
        .map(Row::round)
        .filter(round -> round.due().isBefore(now))
        .sorted(Comparator.comparing(Round::due))
        .limit(limit)
        .toList();
  }

  @Override
  public void next(Round done, @Nullable Round next) {
    if (new Row(done, true).equals(rows.get(done.request()))) {
      rows.put(done.request(), next == null ? new Row(done, false) : new Row(next, true));
    }
  }
}
