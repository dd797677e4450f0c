package io.countersign.merge;

import io.countersign.explain.Reason;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Wanted;
import io.countersign.request.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The merge protocol (design §5) as a pure function: the plan as recorded and what was observed
 * give what to do next.
 */
final class MergeStep {
  private final Plan plan;
  private final List<Action> calls = new ArrayList<>();
  private Plan noted;
  private @Nullable DocumentPlan ready;
  private Action.@Nullable Swap swap;
  private Need.@Nullable Turned turned;
  private final List<Reason> truth = new ArrayList<>();
  private boolean stuck;

  private MergeStep(Plan plan) {
    this.plan = plan;
    this.noted = plan;
  }

  /**
   * One action, or several calls about different documents that may be made side by side.
   *
   * @param wanted in the order of the plan's documents; empty when the proposed values are lost
   */
  static List<Action> next(Plan plan, List<Wanted> wanted, Map<DocumentId, Observed> observed) {
    MergeStep step = new MergeStep(plan);
    if (plan.landed()) {
      return step.leave(observed);
    }
    return plan.retreat() == null
        ? step.forward(wanted, observed)
        : step.back(plan.retreat(), observed);
  }

  private List<Action> forward(List<Wanted> wanted, Map<DocumentId, Observed> observed) {
    each(
        observed,
        (at, seen) ->
            new Forward(plan.documents().get(at), wanted.isEmpty() ? null : wanted.get(at), seen)
                .next());
    if (turned != null) {
      return List.of(new Action.Note(noted.retreating(turned.reason(), turned.dead())));
    }
    if (!calls.isEmpty()) {
      return noted.equals(plan) ? calls : List.of(new Action.Note(noted));
    }
    // Every document is staged or moved: now they move, one after the other.
    if (swap == null && ready != null && noMove(noted)) {
      noted = noted.with(ready);
    }
    if (!noted.equals(plan)) {
      return List.of(new Action.Note(noted));
    }
    return List.of(swap == null ? finish() : swap);
  }

  /** Whether no document is between its intent and its being done. */
  private static boolean noMove(Plan plan) {
    return plan.documents().stream()
        .noneMatch(each -> each.progress() instanceof Progress.Intended);
  }

  private Action finish() {
    return new Action.End(
        new Command.Finish(
            plan.documents().stream()
                .map(each -> ((Progress.Done) each.progress()).landed())
                .toList()));
  }

  private List<Action> leave(Map<DocumentId, Observed> observed) {
    for (DocumentPlan document : plan.documents()) {
      Observed seen = observed.getOrDefault(document.document(), Observed.NOTHING);
      Progress.Removed removed = (Progress.Removed) document.progress();
      switch (new Leaving(document, seen, removed.landed().versionId()).next()) {
        case Need.Called(Action.Call call) -> calls.add(call);
        case Need _ -> noted = noted.without(document);
      }
    }
    return calls.isEmpty() ? List.of(new Action.Note(noted)) : calls;
  }

  private List<Action> back(Plan.Retreat retreat, Map<DocumentId, Observed> observed) {
    each(observed, (at, seen) -> new Backward(plan.documents().get(at), seen).next());
    if (swap != null) {
      calls.add(swap);
    }
    if (!calls.isEmpty()) {
      return calls;
    }
    if (!noted.equals(plan)) {
      return List.of(new Action.Note(noted));
    }
    return List.of(
        new Action.End(
            stuck
                ? new Command.Fail(truth)
                : new Command.GiveUp(retreat.reason(), retreat.dead())));
  }

  private void each(Map<DocumentId, Observed> observed, BiFunction<Integer, Observed, Need> need) {
    for (int at = 0; at < plan.documents().size(); at++) {
      DocumentPlan document = plan.documents().get(at);
      Observed seen = observed.getOrDefault(document.document(), Observed.NOTHING);
      take(document, need.apply(at, seen));
    }
  }

  private void take(DocumentPlan document, Need need) {
    switch (need) {
      case Need.Called(Action.Swap call) when swap == null -> swap = call;
      case Need.Called(Action.Swap _) -> {}
      case Need.Called(Action.Call call) -> calls.add(call);
      case Need.Noted(DocumentPlan next) -> noted = noted.with(next);
      case Need.Ready(DocumentPlan intended) -> ready = ready == null ? intended : ready;
      case Need.Turned turn -> turned = turned == null ? turn : turned;
      case Need.Settled _ -> truth.add(Truth.free(document));
      case Need.Stuck(Reason reason) -> {
        truth.add(reason);
        stuck = true;
      }
    }
  }
}
