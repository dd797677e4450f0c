package io.countersign.tests.road;

import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.text.Text;
import java.util.Map;

/** A request that waits for both approvers while the other tests run. */
final class Reminded {
  static final Proposal PROPOSAL = begun();

  private Reminded() {}

  private static Proposal begun() {
    Map<String, Object> once = Map.of("after", "PT1M", "every", "P1D", "atMost", 1);
    return Scene.askingFor(2, Map.of("reminders", once)).proposes("/db", "KEY", Text.value());
  }
}
