package io.countersign.merge;

import io.countersign.project.DocumentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** All that a holder of the lease knows, and that is gone when it dies. */
record Memory(Plan plan, Map<DocumentId, Observed> observed) {
  Memory {
    observed = Map.copyOf(observed);
  }

  static Memory of(Plan plan) {
    return new Memory(plan, Map.of());
  }

  Observed of(DocumentPlan document) {
    return observed.getOrDefault(document.document(), Observed.NOTHING);
  }

  /** With the plan as it is recorded now. */
  Memory noted(Plan next) {
    // Refusals and staged versions of the way forward say nothing about the way back.
    return new Memory(next, Objects.equals(plan.retreat(), next.retreat()) ? observed : Map.of());
  }

  /** Once the end is committed: only emptied secrets are left to be deleted. */
  Memory ended(Plan last) {
    return of(last.afterwards());
  }

  Memory saw(Map<DocumentId, Observed> news) {
    Map<DocumentId, Observed> all = new HashMap<>(observed);
    all.putAll(news);
    return new Memory(plan, all);
  }
}
