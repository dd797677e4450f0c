package io.countersign.merge;

import io.countersign.proposal.Wanted;
import io.countersign.request.Command;
import io.countersign.revision.Remains;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The merge protocol (design §5) as a pure function: the plan as recorded and what was observed
 * give what to do next.
 */
final class MergeStep {
  private final Memory memory;
  private final Plan plan;
  private final List<Action> calls = new ArrayList<>();
  private final List<Action> swaps = new ArrayList<>();
  private final List<DocumentPlan> ready = new ArrayList<>();
  private final List<Remains> remains = new ArrayList<>();
  private Plan noted;
  private Plan left;
  private Need.@Nullable Turned turned;
  private boolean stuck;

  private MergeStep(Memory memory) {
    this.memory = memory;
    this.plan = memory.plan();
    this.noted = plan;
    this.left = plan;
  }

  /**
   * One action, or several calls about different documents that may be made side by side; none when
   * everything landed and nothing more can be deleted.
   *
   * @param wanted in the order of the plan's documents; empty when the proposed values are lost
   */
  static List<Action> next(Memory memory, Tokens tokens, List<Wanted> wanted) {
    MergeStep step = new MergeStep(memory);
    if (memory.plan().landed()) {
      return step.leave();
    }
    Plan.Retreat retreat = memory.plan().retreat();
    return retreat == null ? step.forward(tokens, wanted) : step.back(retreat);
  }

  private List<Action> forward(Tokens tokens, List<Wanted> wanted) {
    each(
        (at, seen) ->
            new Forward(
                    plan.documents().get(at),
                    wanted.isEmpty() ? null : wanted.get(at),
                    seen,
                    tokens)
                .next());
    if (turned != null) {
      return List.of(new Action.Note(noted.retreating(turned.reason(), turned.dead())));
    }
    if (!calls.isEmpty()) {
      return noted.equals(plan) ? calls : List.of(new Action.Note(noted));
    }
    // Every document is staged or moved, and what moves now was recorded before.
    if (!swaps.isEmpty()) {
      return swaps;
    }
    if (noted.documents().stream().allMatch(each -> each.progress() instanceof Progress.Done)) {
      return List.of(finish());
    }
    return List.of(new Action.Note(departing()));
  }

  /** With the intents of all that are ready, once none is left behind: they move side by side. */
  private Plan departing() {
    Plan next = noted;
    for (DocumentPlan each : ready) {
      next = next.with(each);
    }
    boolean together =
        next.documents().stream()
            .allMatch(
                each ->
                    each.progress() instanceof Progress.Intended
                        || each.progress() instanceof Progress.Done);
    return together ? next : noted;
  }

  private Action finish() {
    return new Action.End(
        new Command.Finish(
            noted.documents().stream()
                .map(each -> ((Progress.Done) each.progress()).landed())
                .toList()),
        noted);
  }

  private List<Action> leave() {
    for (DocumentPlan document : plan.documents()) {
      Progress.Removed removed = (Progress.Removed) document.progress();
      Need need = new Leaving(document, memory.of(document), removed.landed().versionId()).next();
      switch (need) {
        case Need.Called(Action.Call call) -> calls.add(call);
        case Need.Settled _ -> noted = noted.with(document.undeletable());
        case Need _ -> noted = noted.without(document);
      }
    }
    return !calls.isEmpty() || noted.equals(plan) ? calls : List.of(new Action.Note(noted));
  }

  private List<Action> back(Plan.Retreat retreat) {
    each((at, seen) -> new Backward(plan.documents().get(at), seen).next());
    calls.addAll(swaps);
    if (!calls.isEmpty()) {
      return calls;
    }
    if (!noted.equals(plan)) {
      return List.of(new Action.Note(noted));
    }
    return List.of(
        new Action.End(
            stuck
                ? new Command.Fail(remains)
                : new Command.GiveUp(retreat.reason(), retreat.dead()),
            left));
  }

  private void each(BiFunction<Integer, Observed, Need> need) {
    for (int at = 0; at < plan.documents().size(); at++) {
      DocumentPlan document = plan.documents().get(at);
      take(document, need.apply(at, memory.of(document)));
    }
  }

  private void take(DocumentPlan document, Need need) {
    switch (need) {
      case Need.Called(Action.Swap swap) -> swaps.add(swap);
      case Need.Called(Action.Call call) -> calls.add(call);
      case Need.Noted(DocumentPlan next) -> noted = noted.with(next);
      case Need.Ready(DocumentPlan intended) -> ready.add(intended);
      case Need.Turned turn -> turned = turned == null ? turn : turned;
      case Need.Settled _ -> remains.add(Truth.free(document));
      case Need.Parted _ -> {
        remains.add(Truth.free(document));
        left = left.with(document.parted());
      }
      case Need.Stuck(Remains truth, DocumentPlan kept) -> {
        remains.add(truth);
        left = left.with(kept);
        stuck = true;
      }
    }
  }
}
