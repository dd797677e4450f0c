package io.countersign.store;

import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules and people of before, for as long as both counters stand as they stood then: every
 * write to either moves one of them, so nothing can have changed since. What is read after its
 * counters may be newer than they are, which only means that it is not asked for again. So the cost
 * of a command does not grow with the number of policies.
 */
public final class Remembered {
  private static final int MOST = 512;

  private final Map<ProjectId, OfProject> rules = new LinkedHashMap<>();
  private @Nullable OfAll people;

  private record OfProject(Counters counters, @Nullable Rules rules) {}

  private record OfAll(long counter, Directory directory) {}

  /** The rules of the counters' project, read only if a counter has moved. */
  public synchronized @Nullable Rules rules(
      Counters counters, Function<ProjectId, @Nullable Rules> read) {
    OfProject known = rules.remove(counters.project());
    if (known == null || !known.counters.equals(counters)) {
      known = new OfProject(counters, read.apply(counters.project()));
    }
    rules.put(counters.project(), known);
    if (rules.size() > MOST) {
      rules.remove(rules.keySet().iterator().next());
    }
    return known.rules;
  }

  /** All people, groups and machines, read only if their counter has moved. */
  public synchronized Directory directory(Counters counters, Supplier<Directory> read) {
    OfAll known = people;
    if (known == null || known.counter != counters.directory()) {
      known = new OfAll(counters.directory(), read.get());
      people = known;
    }
    return known.directory;
  }
}
