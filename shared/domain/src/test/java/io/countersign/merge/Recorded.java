package io.countersign.merge;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What of a plan is recorded where a guard is left out. */
final class Recorded {
  private Recorded() {}

  static Plan of(Plan plan, @Nullable Guard without) {
    return without == null
        ? plan
        : switch (without) {
          case RETREAT -> new Plan(plan.lease(), plan.documents(), null);
          case INTENT -> each(plan, Recorded::withoutIntent);
          case CREATION -> each(plan, Recorded::withoutCreation);
          case FENCE, LEASE, BASE_CHECK, COMPARE_AND_SWAP, PROOF, TOKEN, FORMER_MOVE, PARTING ->
              plan;
        };
  }

  /** Of a plan with which a merge fails. */
  static Plan failed(Plan last, Plan before, @Nullable Guard without) {
    return without == Guard.PARTING ? before.with(last.lease()) : last;
  }

  /** Of a plan that is taken up to be finished. */
  static Plan forward(Plan plan, @Nullable Guard without) {
    return without == Guard.FORMER_MOVE
        ? each(plan, document -> document.with(new Progress.Untouched()))
        : plan;
  }

  private static Plan each(Plan plan, UnaryOperator<DocumentPlan> change) {
    return new Plan(plan.lease(), plan.documents().stream().map(change).toList(), plan.retreat());
  }

  private static DocumentPlan withoutIntent(DocumentPlan plan) {
    return plan.progress() instanceof Progress.Intended
        ? plan.with(new Progress.Untouched())
        : plan;
  }

  private static DocumentPlan withoutCreation(DocumentPlan plan) {
    return new DocumentPlan(
        plan.document(),
        plan.secretName(),
        plan.kmsKeyArn(),
        plan.progress(),
        null,
        plan.refusals());
  }
}
