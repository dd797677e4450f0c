package io.countersign.sync;

import io.countersign.destination.Sync;
import io.countersign.destination.Unheld;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one push.
 *
 * @param names the keys that are not held as they are in the document
 */
record Pushed(String versionId, Sync.Status status, @Nullable String reason, List<String> names) {
  static Pushed synced(String versionId) {
    return new Pushed(versionId, Sync.Status.SYNCED, null, List.of());
  }

  static Pushed failed(String versionId, String why) {
    return new Pushed(versionId, Sync.Status.FAILED, why, List.of());
  }

  static Pushed waiting(String versionId, @Nullable String why) {
    return new Pushed(versionId, Sync.Status.WAITING, why, List.of());
  }

  /** All is written but these. */
  static Pushed without(String versionId, List<Unheld> unheld) {
    return unheld.isEmpty()
        ? synced(versionId)
        : new Pushed(
            versionId,
            Sync.Status.FAILED,
            Unheld.summary(unheld),
            unheld.stream().map(Unheld::key).toList());
  }
}
