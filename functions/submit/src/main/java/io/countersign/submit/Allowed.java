package io.countersign.submit;

import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import io.countersign.explain.Lacking;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.proposal.ChangeSet;
import io.countersign.proposal.DocumentChange;
import io.countersign.request.Copying;
import io.countersign.revision.Source;
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
      known(change.document(), change.field(), rules);
      change
          .copy()
          .forEach(
              (key, source) -> known(source.document(), change.field() + ".copy." + key, rules));
    }
    for (ChangeSet.OnDocument each : asked.byDocument()) {
      if (!rules.access().allows(basis.actor(), Permission.SECRETS_PROPOSE, each.document())) {
        throw lacking(Lacking.toPropose(each.document(), rules.access(), basis.directory()), basis);
      }
    }
    for (DocumentChange change : asked.changes()) {
      for (Source source : change.copy().values()) {
        Reason lacking =
            Copying.hindrance(
                basis.actor(), source.document(), change.document(), rules, basis.directory());
        if (lacking != null) {
          throw lacking(lacking, basis);
        }
      }
    }
  }

  private static void known(DocumentId document, String field, Rules rules) {
    known(document.environment(), field + ".environment", rules);
  }

  static void known(EnvironmentId environment, String field, Rules rules) {
    if (!rules.environments().containsKey(environment)) {
      throw Problem.field(
              422,
              "unknown-environment",
              new Problem.FieldError(
                  field,
                  "unknown-environment",
                  "is no environment of project " + rules.project().id()))
          .asException();
    }
  }

  private static ProblemException lacking(Reason reason, Making.Basis basis) {
    return Answers.problem(Refusal.forbidden(reason), basis.directory()).asException();
  }
}
