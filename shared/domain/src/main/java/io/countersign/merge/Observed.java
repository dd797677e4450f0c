package io.countersign.merge;

import io.countersign.vault.Seen;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What this holder of the lease has seen of one document.
 *
 * @param seen the secret as last read, or null when it must be read again
 * @param staged our version and the base it was built on, or null
 * @param swapped what came of our own compare-and-swap since the intent was recorded
 * @param refusals how often our compare-and-swap was refused
 * @param born the version of {@code {}} that we just created, not yet recorded, or null
 * @param texts of versions read by id; the empty text stands for none, as AWS keeps no empty secret
 * @param denied the words with which AWS refused a call for good, or null
 */
record Observed(
    @Nullable Seen seen,
    @Nullable Staged staged,
    Swapped swapped,
    int refusals,
    @Nullable String born,
    Map<String, String> texts,
    @Nullable String denied) {
  static final Observed NOTHING = new Observed(null, null, Swapped.NOT, 0, null, Map.of(), null);

  record Staged(String base, String ours) {}

  enum Swapped {
    NOT,
    MOVED,
    REFUSED
  }

  Observed with(@Nullable Seen next) {
    return new Observed(next, staged, swapped, refusals, born, texts, denied);
  }

  Observed with(Staged next) {
    return new Observed(seen, next, Swapped.NOT, refusals, born, texts, denied);
  }

  /** To be read again. */
  Observed stale() {
    return with((Seen) null);
  }

  Observed moved() {
    return new Observed(null, staged, Swapped.MOVED, refusals, born, texts, denied);
  }

  Observed refused() {
    return new Observed(null, null, Swapped.REFUSED, refusals + 1, born, texts, denied);
  }

  Observed bornAs(@Nullable String version) {
    return new Observed(null, staged, swapped, refusals, version, texts, denied);
  }

  Observed with(Map<String, String> read) {
    return new Observed(seen, staged, swapped, refusals, born, Map.copyOf(read), denied);
  }

  Observed deniedWith(@Nullable String words) {
    return new Observed(seen, staged, swapped, refusals, born, texts, words);
  }

  /** Never shows texts. */
  @Override
  public String toString() {
    return "Observed[" + seen + ", " + staged + ", " + swapped + ", " + denied + "]";
  }
}
