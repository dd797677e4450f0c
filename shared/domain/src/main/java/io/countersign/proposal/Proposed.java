package io.countersign.proposal;

import io.countersign.revision.Operation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a request makes of one key. */
public sealed interface Proposed {
  /** It gets this value. */
  record Value(String text) implements Proposed {
    /** Never shows the value. */
    @Override
    public String toString() {
      return "Value";
    }
  }

  /** It gets the value that the other key has when it is merged. */
  record Moved(String from) implements Proposed {}

  /** It is taken away. */
  record Gone() implements Proposed {}

  /** What becomes of the key; null when nothing does. */
  static @Nullable Proposed of(Wanted wanted, String key) {
    Proposed found = null;
    for (Wanted.Want want : wanted.wants()) {
      Proposed here = of(want, key);
      // A key that is moved away or deleted may be the target of another operation.
      found = here == null || (found != null && here instanceof Gone) ? found : here;
    }
    return found;
  }

  private static @Nullable Proposed of(Wanted.Want want, String key) {
    return switch (want.operation()) {
      case Operation.Valued valued when valued.key().equals(key) ->
          new Value(Objects.requireNonNull(want.sealing().text()));
      case Operation.Rename rename when rename.to().equals(key) -> new Moved(rename.key());
      case Operation.Rename rename when rename.key().equals(key) -> new Gone();
      case Operation.Delete delete when delete.key().equals(key) -> new Gone();
      case Operation.Remove remove when remove.base().containsKey(key) -> new Gone();
      case Operation.Valued _, Operation.Rename _, Operation.Delete _, Operation.Remove _ -> null;
    };
  }
}
