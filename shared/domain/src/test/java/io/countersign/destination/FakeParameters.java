package io.countersign.destination;

import io.countersign.request.Outcome;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parameters in memory. */
public final class FakeParameters implements Parameters {
  private final SortedMap<String, String> held = new TreeMap<>();
  private final Set<String> refused = new HashSet<>();
  private int writes;
  private int answers = Integer.MAX_VALUE;
  private Runnable next = () -> {};

  /** Refuses a name for good. */
  public void refuse(String name) {
    refused.add(name);
  }

  /** Is away after so many more answers. */
  public void awayAfter(int more) {
    answers = more;
  }

  /** Is away for the next call only. */
  public void awayOnce() {
    first(
        () -> {
          throw new ParametersUnavailable("SSM: away", new IllegalStateException());
        });
  }

  /** Is there again. */
  public void back() {
    answers = Integer.MAX_VALUE;
  }

  /** Something else happens just before the next parameter is written. */
  public void first(Runnable other) {
    next = other;
  }

  /** How often a parameter was written. */
  public int writes() {
    return writes;
  }

  public SortedMap<String, String> held() {
    return held;
  }

  @Override
  public synchronized Outcome put(Parameter parameter) {
    Runnable other = next;
    next = () -> {};
    other.run();
    answer();
    if (refused.contains(parameter.name())) {
      return new Outcome.Refused("SSM refused it");
    }
    writes++;
    held.put(parameter.name(), parameter.value());
    return new Outcome.Held();
  }

  @Override
  public synchronized void delete(String name) {
    answer();
    held.remove(name);
  }

  private void answer() {
    if (answers == 0) {
      throw new ParametersUnavailable("SSM: away", new IllegalStateException());
    }
    answers--;
  }
}
