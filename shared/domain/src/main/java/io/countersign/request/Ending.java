package io.countersign.request;

import io.countersign.explain.Reason;
import io.countersign.revision.Landed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What merges have made of a request so far.
 *
 * @param stopped why the last merge applied nothing, or not everything; null when there was none
 * @param dead whether the present revision can never be merged
 * @param landed what the merge left, once there was one
 */
public record Ending(@Nullable Reason stopped, boolean dead, List<Landed> landed) {
  /** Nothing yet. */
  public static final Ending NONE = new Ending(null, false, List.of());

  Ending landed(List<Landed> documents) {
    return new Ending(null, dead, documents);
  }

  Ending stoppedBy(Reason reason, boolean forGood) {
    return new Ending(reason, forGood, landed);
  }
}
