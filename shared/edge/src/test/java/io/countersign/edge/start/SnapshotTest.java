package io.countersign.edge.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  @Test
  void theWarmingRunsBeforeTheSnapshotAndNotAtInit() {
    AtomicInteger runs = new AtomicInteger();
    Snapshot snapshot = new Snapshot(runs::incrementAndGet);
    assertThat(runs).hasValue(0);
    snapshot.beforeCheckpoint(Core.getGlobalContext());
    assertThat(runs).hasValue(1);
    snapshot.afterRestore(Core.getGlobalContext());
    assertThat(runs).hasValue(1);
  }

  @Test
  void aWarmingThatFailsDoesNotStopTheSnapshot() {
    Snapshot snapshot =
        new Snapshot(
            () -> {
              throw new IllegalStateException("no network");
            });
    assertThatCode(() -> snapshot.beforeCheckpoint(Core.getGlobalContext()))
        .doesNotThrowAnyException();
  }
}
