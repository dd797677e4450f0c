package io.countersign.destination;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks in memory. */
public final class FakeChecks implements Checks {
  private final Map<Lane, Check> last = new HashMap<>();

  @Override
  public void put(Check check) {
    last.put(check.lane(), check);
  }

  @Override
  public @Nullable Check of(Lane lane) {
    return last.get(lane);
  }
}
