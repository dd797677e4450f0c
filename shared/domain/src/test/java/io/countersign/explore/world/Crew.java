package io.countersign.explore.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those alive who carry out the plan of one request: nobody or one, where leases are kept. */
public record Crew(List<Worker> workers) {
  public static final Crew NOBODY = new Crew(List.of());

  public static Crew of(Worker worker) {
    return new Crew(List.of(worker));
  }

  public boolean nobody() {
    return workers.isEmpty();
  }

  /** With somebody more. */
  public Crew and(Worker worker) {
    List<Worker> more = new ArrayList<>(workers);
    more.add(worker);
    return new Crew(List.copyOf(more));
  }

  /**
   * The same, one of them changed.
   *
   * @param next what they have become, or null when they stop
   */
  public Crew with(int at, @Nullable Worker next) {
    List<Worker> changed = new ArrayList<>(workers);
    changed.remove(at);
    if (next != null) {
      changed.add(at, next);
    }
    return new Crew(List.copyOf(changed));
  }
}
