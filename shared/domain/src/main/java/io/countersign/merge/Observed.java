package io.countersign.merge;

import io.countersign.vault.Seen;
import org.jspecify.annotations.Nullable;

/**
 * What this holder of the lease has seen of one document.
 *
 * @param seen the secret as last read, or null when it must be read again
 * @param staged our version and the base it was built on, or null
 * @param refused whether our own compare-and-swap was refused since the intent was recorded
 */
record Observed(@Nullable Seen seen, @Nullable Staged staged, boolean refused) {
  static final Observed NOTHING = new Observed(null, null, false);

  record Staged(String base, String ours) {}

  Observed with(Seen next) {
    return new Observed(next, staged, refused);
  }

  Observed with(Staged next) {
    return new Observed(seen, next, false);
  }

  /** To be read again. */
  Observed stale() {
    return new Observed(null, staged, refused);
  }

  Observed withRefusal() {
    return new Observed(null, null, true);
  }
}
