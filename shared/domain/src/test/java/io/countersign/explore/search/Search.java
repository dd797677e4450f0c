package io.countersign.explore.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Visits every state once, nearest first, and judges every step; a broken promise comes with a
 * shortest way to it. States are compared whole, not by hash.
 */
public final class Search<S, D, P> {
  private final Space<S, D> space;
  private final Judge<S, D, P> judge;
  private final Pools pools;
  private final Vectors states;
  private final Ints parents = new Ints();
  private final @Nullable Ways ways;
  private @Nullable Broken<P> broken;
  private int visited;

  /**
   * A promise that was broken.
   *
   * @param trace every step from the start
   */
  public record Broken<P>(Set<P> promises, List<String> trace) {}

  private Search(Space<S, D> space, Judge<S, D, P> judge, @Nullable Ways ways) {
    this.space = space;
    this.judge = judge;
    this.ways = ways;
    int width = space.apart(space.start()).length;
    this.pools = new Pools(width);
    this.states = new Vectors(width);
  }

  /** One that can tell afterwards what can be reached from where. */
  public static <S, D, P> Search<S, D, P> complete(Space<S, D> space, Judge<S, D, P> judge) {
    return new Search<>(space, judge, new Ways());
  }

  /** One that only looks for a broken promise. */
  public static <S, D, P> Search<S, D, P> hunt(Space<S, D> space, Judge<S, D, P> judge) {
    return new Search<>(space, judge, null);
  }

  /**
   * To the end, to the first broken promise, or until told to stop.
   *
   * @param goOn asked with the number of states from time to time
   */
  public Search<S, D, P> run(IntPredicate goOn) {
    @Nullable Object[] first = space.apart(space.start());
    states.add(pools.numbers(first, new @Nullable Object[first.length], new int[first.length]));
    parents.add(-1);
    while (visited < states.size() && broken == null) {
      if ((visited & 0x3FF) == 0 && !goOn.test(states.size())) {
        break;
      }
      visit(visited++);
    }
    return this;
  }

  private void visit(int at) {
    int[] vector = states.get(at);
    @Nullable Object[] parts = pools.parts(vector);
    S from = space.together(parts);
    for (Space.Step<S, D> step : space.next(from)) {
      int before = states.size();
      int to = states.add(pools.numbers(space.apart(step.after()), parts, vector));
      if (to == before) {
        parents.add(at);
      }
      if (ways != null) {
        ways.way(to);
      }
      Set<P> promises = judge.broken(from, step.deed(), step.after());
      if (!promises.isEmpty()) {
        broken = new Broken<>(promises, trace(at, step));
        return;
      }
    }
    if (ways != null) {
      ways.next();
    }
  }

  public int states() {
    return states.size();
  }

  /** Whether every state was visited. */
  public boolean whole() {
    return visited == states.size() && broken == null;
  }

  /** How many steps there are between the states. */
  public int steps() {
    return ways == null ? 0 : ways.size();
  }

  public @Nullable Broken<P> broken() {
    return broken;
  }

  /**
   * A state of which the need holds, and from which no goal can be reached; null if there is none.
   */
  public @Nullable List<String> stranded(Predicate<S> need, Predicate<S> goal) {
    BitSet goals = new BitSet();
    for (int at = 0; at < states.size(); at++) {
      goals.set(at, goal.test(state(at)));
    }
    BitSet reaching = Objects.requireNonNull(ways).reaching(goals, states.size());
    for (int at = 0; at < states.size(); at++) {
      if (!reaching.get(at) && need.test(state(at))) {
        return trace(at, null);
      }
    }
    return null;
  }

  private S state(int at) {
    return space.together(pools.parts(states.get(at)));
  }

  private List<String> trace(int end, Space.@Nullable Step<S, D> last) {
    Deque<Integer> way = new ArrayDeque<>();
    for (int at = end; at >= 0; at = parents.get(at)) {
      way.push(at);
    }
    List<String> trace = new ArrayList<>();
    int from = way.pop();
    for (int to : way) {
      trace.add(between(from, to));
      from = to;
    }
    if (last != null) {
      trace.add(last.deed() + "\n  => " + last.after());
    }
    return trace;
  }

  private String between(int from, int to) {
    int[] vector = states.get(from);
    @Nullable Object[] parts = pools.parts(vector);
    for (Space.Step<S, D> step : space.next(space.together(parts))) {
      if (states.add(pools.numbers(space.apart(step.after()), parts, vector)) == to) {
        return String.valueOf(step.deed());
      }
    }
    throw new IllegalStateException("a way that was gone once is gone");
  }
}
