package io.countersign.explore;

import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Realm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** What came of exploring several realms. */
record Tour(List<Finding> findings, Duration time) {
  /**
   * Explores them, and prints what came of each as soon as it is there.
   *
   * @param most states of a realm; one that has more is left then
   */
  static Tour of(List<Realm> realms, int most) {
    long start = System.nanoTime();
    List<Finding> findings =
        Explorer.all(
            realms.stream()
                .<Callable<Finding>>map(realm -> () -> Finding.of(realm, states -> states < most))
                .toList());
    return new Tour(findings, Duration.ofNanos(System.nanoTime() - start));
  }

  int states() {
    return findings.stream().mapToInt(Finding::states).sum();
  }

  private long steps() {
    return findings.stream().mapToLong(Finding::steps).sum();
  }

  /** Those in which a promise was broken. */
  List<Finding> broken() {
    return findings.stream().filter(each -> !each.broken().isEmpty()).toList();
  }

  /** Those that were left before every state was visited. */
  List<Finding> unfinished() {
    return findings.stream().filter(each -> !each.whole()).toList();
  }

  /** One line; nothing is random, so that there is no seed. */
  @Override
  public String toString() {
    return "explored %,d distinct states by %,d steps in %d realms, %.1f s, no seed; %s"
        .formatted(
            states(),
            steps(),
            findings.size(),
            time.toMillis() / 1000.0,
            broken().isEmpty()
                ? "kept everywhere: " + Promise.values().length + " promises"
                : "BROKEN in " + broken().size());
  }
}
