package io.countersign.merge;

import io.countersign.project.DocumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A holder of a lease, in the middle of calls that it makes side by side.
 *
 * @param underway the calls that have not taken effect yet
 * @param news what came of those that have
 */
record Worker(Memory memory, List<Action.Call> underway, Map<DocumentId, Observed> news) {
  static Worker on(Plan plan) {
    return with(Memory.of(plan));
  }

  static Worker with(Memory memory) {
    return new Worker(memory, List.of(), Map.of());
  }

  /** With these calls under way. */
  Worker calling(List<Action.Call> calls) {
    return new Worker(memory, calls, news);
  }

  /** With one call done; it knows what came of any once all are. */
  Worker made(Action.Call call, Observed seen) {
    List<Action.Call> left = new ArrayList<>(underway);
    left.remove(call);
    Map<DocumentId, Observed> more = new HashMap<>(news);
    more.put(call.document().document(), seen);
    return left.isEmpty() ? with(memory.saw(more)) : new Worker(memory, left, Map.copyOf(more));
  }
}
