package io.countersign.merge;

import io.countersign.project.DocumentId;
import io.countersign.request.Command;
import io.countersign.revision.Landed;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Line;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import io.countersign.vault.VaultUnavailable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks through every state that the real merge can come to. */
final class Exploration {
  /** A state, and how it was come to. */
  private record Node(Saga saga, @Nullable Node before, String step) {
    String trace() {
      return (before == null ? "" : before.trace() + "\n  ") + step;
    }
  }

  private final Stage stage;
  private final Saga start;
  private final @Nullable Guard without;
  private final Set<Saga> seen = new HashSet<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private final Set<Promises> broken = EnumSet.noneOf(Promises.class);
  private final TreeMap<String, Integer> ends = new TreeMap<>();
  private String trace = "";

  /**
   * An exploration.
   *
   * @param vault as it is at first
   * @param fates what is to become of each document
   * @param crashes how often a holder may die
   * @param writes how often others may write
   * @param without the guard to leave out, or null
   */
  Exploration(
      FakeVault vault, List<Landed.Fate> fates, int crashes, int writes, @Nullable Guard without) {
    this.stage = Stage.of(vault, fates);
    this.without = without;
    Plan plan = stage.plan();
    Saga.Ghost nothing = new Saga.Ghost(Saga.Owner.BASE, 0, false);
    this.start =
        new Saga(
            vault.snapshot(),
            plan,
            null,
            new Merge.Memory(plan, Map.of()),
            null,
            null,
            List.of(nothing, nothing),
            crashes,
            writes);
  }

  /** To the end, or to the first broken promise. */
  Exploration run() {
    open.push(new Node(start, null, "start"));
    seen.add(start);
    while (!open.isEmpty() && broken.isEmpty()) {
      Node node = open.pop();
      boolean stuck = !next(node) && !node.saga().over();
      if (stuck) {
        throw new AssertionError("no way on:\n" + node.trace());
      }
    }
    return this;
  }

  int states() {
    return seen.size();
  }

  Set<Promises> broken() {
    return broken;
  }

  /** How many states end in what. */
  Map<String, Integer> ends() {
    return ends;
  }

  String trace() {
    return trace;
  }

  /** All that may happen next; whether the protocol itself can go on. */
  private boolean next(Node node) {
    Saga saga = node.saga();
    boolean goesOn = saga.late() != null;
    if (saga.late() != null) {
      ours(node, "late write arrives", delivered(saga, saga.late()));
    }
    if (!saga.over() && saga.worker() == null) {
      ours(node, "take over", takenOver(saga, null));
      goesOn = true;
    }
    if (!saga.over() && saga.worker() != null) {
      step(node, saga.worker());
      goesOn = true;
    }
    if (without == Guard.LEASE) {
      if (!saga.over() && saga.worker() != null && saga.crashes() > 0) {
        Saga paid = saga.dead(saga.late(), saga.crashes() - 1);
        ours(node, "take over from the living", takenOver(paid, saga.worker()));
      }
      if (saga.stale() != null) {
        ours(node, "former holder", new Act(saga, saga.stale(), false, -1).done());
      }
    }
    if (saga.writes() > 0 && !saga.over()) {
      others(node);
    }
    return goesOn;
  }

  private Saga takenOver(Saga saga, Merge.@Nullable Memory former) {
    Plan mine = saga.plan().with(saga.plan().lease().next(Instant.MAX));
    return saga.with(mine, saga.end()).with(new Merge.Memory(mine, Map.of()), former);
  }

  private Saga delivered(Saga saga, Saga.Late late) {
    return written(saga.delivered(), late);
  }

  private @Nullable Saga accepted(Saga saga, Saga.Late late) {
    boolean mine = !saga.over() && late.fence() == saga.plan().lease().fence();
    if (!mine && without != Guard.FENCE) {
      return null;
    }
    if (late.plan() != null) {
      return saga.with(recorded(late.plan()), saga.end());
    }
    Plan left = late.end() instanceof Command.Finish ? saga.plan().afterwards() : saga.plan();
    return saga.with(left, late.end());
  }

  private Saga written(Saga saga, Saga.Late late) {
    Saga accepted = accepted(saga, late);
    return accepted == null ? saga : accepted;
  }

  private Plan recorded(Plan plan) {
    if (without == Guard.RETREAT) {
      return new Plan(plan.lease(), plan.documents(), null);
    }
    return without == Guard.INTENT
        ? new Plan(
            plan.lease(),
            plan.documents().stream()
                .map(
                    each ->
                        each.progress() instanceof Progress.Intended
                            ? each.with(new Progress.Untouched())
                            : each)
                .toList(),
            plan.retreat())
        : plan;
  }

  private void step(Node node, Merge.Memory memory) {
    Saga saga = node.saga();
    Act whole = new Act(saga, memory, true, -1);
    ours(node, "step", whole.done());
    if (saga.crashes() > 0) {
      for (int effects = 0; effects < Math.max(1, whole.calls()); effects++) {
        ours(
            node,
            "dies after " + effects + " calls",
            new Act(saga, memory, true, effects).done().dead(null, saga.crashes() - 1));
      }
      if (whole.wrote() != null) {
        ours(node, "dies, write under way", saga.dead(whole.wrote(), saga.crashes() - 1));
      }
    }
  }

  /** One step of the real merge. */
  private final class Act implements Ledger {
    private final FakeVault vault = new FakeVault();
    private final Saga saga;
    private final Merge.Memory memory;
    private final Saga done;
    private final int calls;
    private Saga.@Nullable Late wrote;
    private @Nullable Saga accepted;

    /**
     * Makes the step.
     *
     * @param effects how many calls take effect before the holder dies; -1 when it lives
     */
    Act(Saga saga, Merge.Memory memory, boolean holder, int effects) {
      this.saga = saga;
      this.memory = memory;
      vault.restore(saga.vault());
      Stage played = without == Guard.BASE_CHECK ? Stage.of(vault, stage.fates()) : stage;
      int before = vault.line().calls().size();
      if (effects >= 0) {
        vault.line().breakAt(before + effects + 1, Line.Break.BEFORE);
      }
      Merge merge =
          new Merge(
              stage.revision(),
              played.wanted(),
              memory,
              port(),
              effects < 0 ? this : dying(),
              Abreast.IN_TURN);
      Merge.@Nullable Memory after;
      try {
        after = merge.step() == null ? merge.memory() : null;
      } catch (Fenced | VaultUnavailable e) {
        after = null;
      }
      calls = vault.line().calls().size() - before;
      Saga next = accepted == null ? saga : accepted;
      next = next.with(vault.snapshot(), ghosts(next));
      done = holder ? next.with(after, next.stale()) : next.with(next.worker(), after);
    }

    private Ledger dying() {
      return new Ledger() {
        @Override
        public void note(Plan plan) {
          throw new Fenced();
        }

        @Override
        public void end(Command command) {
          throw new Fenced();
        }
      };
    }

    private Vault port() {
      return without == Guard.COMPARE_AND_SWAP ? new Blunt(vault, this::current) : vault;
    }

    private String current(String arn) {
      for (DocumentId document : stage.documents()) {
        if (vault.read(Stage.secret(document)) instanceof Seen.Present present
            && present.arn().equals(arn)) {
          return present.current();
        }
      }
      return "none";
    }

    private List<Saga.Ghost> ghosts(Saga of) {
      List<Saga.Ghost> ghosts = new ArrayList<>();
      for (int i = 0; i < of.truth().size(); i++) {
        String was = Promises.value(Promises.text(saga.vault(), i), "a");
        String is = Promises.value(Promises.text(vault.snapshot(), i), "a");
        Saga.Ghost ghost = of.truth().get(i);
        if (!Objects.equals(was, is)) {
          ghost =
              Objects.equals(stage.ours(i), is)
                  ? new Saga.Ghost(Saga.Owner.US, ghost.applied() + 1, false)
                  : new Saga.Ghost(Saga.Owner.BASE, ghost.applied(), true);
        }
        ghosts.add(ghost);
      }
      return ghosts;
    }

    Saga done() {
      return done;
    }

    int calls() {
      return calls;
    }

    Saga.@Nullable Late wrote() {
      return wrote;
    }

    @Override
    public void note(Plan plan) {
      write(new Saga.Late(memory.plan().lease().fence(), plan, null));
    }

    @Override
    public void end(Command command) {
      write(new Saga.Late(memory.plan().lease().fence(), null, command));
    }

    private void write(Saga.Late late) {
      wrote = late;
      accepted = accepted(saga, late);
      if (accepted == null) {
        throw new Fenced();
      }
    }
  }

  private void others(Node node) {
    for (int i = 0; i < stage.documents().size(); i++) {
      String now = Promises.text(node.saga().vault(), i);
      if (now == null) {
        continue;
      }
      write(node, i, "k", "theirs", null);
      write(node, i, "a", "theirs", Saga.Owner.OTHERS);
      write(node, i, "a", Stage.BASE, Saga.Owner.BASE);
      write(node, i, "a", Stage.OURS, Saga.Owner.OTHERS);
    }
  }

  private void write(
      Node node, int document, String key, String value, Saga.@Nullable Owner owner) {
    FakeVault vault = new FakeVault();
    vault.restore(node.saga().vault());
    String name = Stage.secret(stage.documents().get(document));
    if (!(vault.read(name) instanceof Seen.Present present)
        || value.equals(Promises.value(present.text(), key))) {
      return;
    }
    TreeMap<String, String> members = new TreeMap<>();
    Stage.read(present.text()).members().forEach(each -> members.put(each.name(), each.text()));
    members.put(key, value);
    StringBuilder text = new StringBuilder("{");
    members.forEach(
        (k, v) -> text.append(text.length() > 1 ? "," : "").append("\"" + k + "\":\"" + v + "\""));
    vault.outsider().put(name, text.append('}').toString());
    List<Saga.Ghost> truth = new ArrayList<>(node.saga().truth());
    if (owner != null) {
      Saga.Ghost was = truth.get(document);
      truth.set(document, new Saga.Ghost(owner, was.applied(), was.undone()));
    }
    add(
        node,
        "others: " + name + " " + key + "=" + value,
        node.saga().with(vault.snapshot(), truth).written());
  }

  private void ours(Node node, String step, Saga next) {
    Promises promise = Promises.broken(stage, node.saga(), next);
    if (promise != null) {
      broken.add(promise);
      trace = promise + ":\n" + new Node(next, node, step).trace() + "\n" + next;
    }
    add(node, step, next);
  }

  private void add(Node node, String step, Saga next) {
    if (seen.add(next)) {
      if (next.end() != null && node.saga().end() == null) {
        ends.merge(next.end().getClass().getSimpleName(), 1, Integer::sum);
      }
      open.push(new Node(next, node, step));
    }
  }
}
