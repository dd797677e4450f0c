package io.countersign.vault;

import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Which secrets there are: their names, never their values. */
public interface Inventory {
  /** How many names one answer has at most. */
  int MOST = 2_000;

  /**
   * The secrets whose names begin so, and when each was last changed in any way, its labels and
   * tags included. One that waits for its deletion is not there. What was made or deleted within
   * the last minutes may be missing, or be there still.
   *
   * @return null where there are more than {@value #MOST}
   * @throws VaultUnavailable when it cannot be told
   */
  @Nullable SortedMap<String, Instant> under(String beginning);
}
