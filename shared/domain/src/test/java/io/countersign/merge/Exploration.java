package io.countersign.merge;

import io.countersign.vault.FakeVault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks through every state that the real merge can come to. */
final class Exploration {
  /** A state, and how it was come to. */
  private record Node(Saga saga, int number, @Nullable Node before, String step) {
    String trace() {
      return (before == null ? "" : before.trace() + "\n  ") + step;
    }
  }

  private final List<Stage> stages;
  private final Bounds bounds;
  private final @Nullable Guard without;
  private final int enough;
  private final Map<Saga, Integer> seen = new HashMap<>();
  private final Home home = new Home();
  private final Deque<Node> open = new ArrayDeque<>();
  private final Set<Promise> broken = EnumSet.noneOf(Promise.class);
  private final Map<String, Integer> ends = new TreeMap<>();
  private String trace = "";

  /** All of it, and every promise is to be kept. */
  Exploration(FakeVault vault, List<Stage> stages, Bounds bounds) {
    this(vault, stages, bounds, null, 0);
  }

  /**
   * Without a guard.
   *
   * @param enough states to be looked at, once a promise is broken
   */
  Exploration(
      FakeVault vault, List<Stage> stages, Bounds bounds, @Nullable Guard without, int enough) {
    this.stages = stages;
    this.bounds = bounds;
    this.without = without;
    this.enough = enough;
    Saga start =
        new Saga(
            vault.snapshot(),
            List.of(Party.begun(stages.getFirst(), bounds.takeUps())),
            new Saga.Chances(bounds.crashes(), bounds.writes(), -1));
    seen.put(start, 0);
    open.push(new Node(start, 0, null, "start"));
  }

  Exploration run() {
    while (!open.isEmpty() && (broken.isEmpty() || seen.size() < enough)) {
      next(open.pop());
    }
    if (open.isEmpty() && !home.comes()) {
      broken.add(Promise.V2_COMES_TO_AN_END);
    }
    return this;
  }

  int states() {
    return seen.size();
  }

  /** How many steps the longest way to an end takes without anybody's help. */
  int longest() {
    return home.longest();
  }

  Set<Promise> broken() {
    return broken;
  }

  /** How many states end in what. */
  Map<String, Integer> ends() {
    return ends;
  }

  String trace() {
    return trace;
  }

  private void next(Node node) {
    Saga saga = node.saga();
    for (int i = 0; i < saga.parties().size(); i++) {
      party(node, i);
    }
    if (saga.parties().size() < stages.size() && free(saga)) {
      List<Party> both = new ArrayList<>(saga.parties());
      both.add(Party.begun(stages.getLast(), bounds.takeUps()));
      add(node, "the other begins", new Saga(saga.vault(), both, saga.left()));
    }
    boolean goesOn = saga.parties().stream().anyMatch(each -> each.busy() || each.again());
    if (saga.left().writes() > 0 && goesOn) {
      new Others(stages, bounds).after(saga).forEach((step, after) -> add(node, step, after));
    }
  }

  /** Whether no merge holds the locks. */
  private boolean free(Saga saga) {
    return bounds.locks() == Bounds.Locks.NONE || saga.parties().stream().noneMatch(Party::busy);
  }

  private void party(Node node, int i) {
    for (Turns.Turn turn : new Turns(stages, i, without).of(node.saga(), free(node.saga()))) {
      int number = ours(node, i, turn);
      if (turn.kind() == Turns.Kind.OWN) {
        home.leads(node.number(), number);
      }
    }
  }

  /** The number of the state after a step of ours. */
  private int ours(Node node, int party, Turns.Turn turn) {
    Saga next = turn.after();
    Step made = new Step(node.saga(), next, stages.get(party), party, turn.fence());
    String name = (stages.size() > 1 ? party + 1 + " " : "") + turn.name();
    Set<Promise> now = Promise.broken(made);
    if (!now.isEmpty()) {
      if (broken.isEmpty()) {
        trace = now + ":\n" + new Node(next, 0, node, name).trace() + "\n" + next;
      }
      broken.addAll(now);
      return node.number();
    }
    if (made.ends() && !seen.containsKey(next)) {
      ends.merge(next.party(party).request().status().name(), 1, Integer::sum);
    }
    return add(node, name, next);
  }

  private int add(Node node, String step, Saga next) {
    Integer known = seen.putIfAbsent(next, seen.size());
    if (known != null) {
      return known;
    }
    int number = seen.size() - 1;
    open.push(new Node(next, number, node, step));
    return number;
  }
}
