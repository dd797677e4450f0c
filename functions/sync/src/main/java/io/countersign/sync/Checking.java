package io.countersign.sync;

import io.countersign.destination.Check;
import io.countersign.destination.Checks;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.store.Store;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds out for somebody whether a destination can be reached. */
final class Checking {
  private final Store store;
  private final Push push;
  private final Checks checks;

  Checking(Store store, Push push, Checks checks) {
    this.store = store;
    this.push = push;
    this.checks = checks;
  }

  void check(Check asked) {
    Rules rules = Objects.requireNonNull(store.rules(asked.lane().project()), "the project");
    Destination destination = rules.destination(asked.lane().destination());
    if (destination != null && destination.version() == asked.version()) {
      checks.put(asked.ended(problem(asked, destination)));
    }
  }

  private @Nullable String problem(Check asked, Destination destination) {
    try {
      return push.connector(destination).test(asked.lane(), destination);
    } catch (RuntimeException e) {
      return Faults.words(asked.lane(), e);
    }
  }
}
