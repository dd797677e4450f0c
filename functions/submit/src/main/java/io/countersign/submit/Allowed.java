package io.countersign.submit;

import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Lacking;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Rules;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import org.jspecify.annotations.Nullable;

/** Whether the actor may propose there at all: before anything of the documents is read. */
final class Allowed {
  private Allowed() {}

  /** The rules of the project that a submission names. */
  static Rules rules(@Nullable Rules rules, Actor actor) {
    if (rules == null || !rules.access().covers(actor)) {
      throw Problem.field(
              422,
              "unknown-project",
              new Problem.FieldError(
                  "project", "unknown-project", "is no project that you may propose changes in"))
          .asException();
    }
    return rules;
  }

  /** Refuses what is not the actor's to propose. */
  static void check(ChangeSet asked, Making.Basis basis) {
    Rules rules = basis.rules();
    for (DocumentChange change : asked.changes()) {
      if (!rules.environments().containsKey(change.document().environment())) {
        throw Problem.field(
                422,
                "unknown-environment",
                new Problem.FieldError(
                    change.field() + ".environment",
                    "unknown-environment",
                    "is no environment of project " + rules.project().id()))
            .asException();
      }
    }
    for (ChangeSet.OnDocument each : asked.byDocument()) {
      if (!rules.access().allows(basis.actor(), Permission.SECRETS_PROPOSE, each.document())) {
        Reason lacking = Lacking.toPropose(each.document(), rules.access(), basis.directory());
        throw Answers.problem(Refusal.forbidden(lacking), basis.directory()).asException();
      }
    }
  }
}
