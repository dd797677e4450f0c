package io.countersign.faults.deployed;

import io.countersign.merge.Abreast;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Calls that would be made side by side, one after the other, so that a run can be repeated: as
 * there, one that fails keeps none of the others from being made, but the end of the process does.
 */
final class InOrder implements Abreast {
  @Override
  public <T> List<T> all(List<Supplier<T>> calls) {
    List<T> results = new ArrayList<>();
    List<RuntimeException> failures = new ArrayList<>();
    for (Supplier<T> call : calls) {
      try {
        results.add(call.get());
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
    return results;
  }
}
