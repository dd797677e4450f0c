package io.countersign.merge;

import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.proposal.Wanted;
import io.countersign.revision.Landed;
import io.countersign.vault.Seen;
import java.util.List;

/** From a secret that is there to a recorded intent: bases checked, our version staged. */
record Staging(
    Plan plan, DocumentPlan document, Wanted wanted, Observed observed, Seen.Present present) {
  /** How often somebody else may write between our look and our swap. */
  static final int PATIENCE = 5;

  Action next() {
    String base = wanted.base().arn();
    if (base != null && !base.equals(present.arn())) {
      return turn("document-replaced", "was deleted and created again meanwhile", true);
    }
    if (document.refusals() >= PATIENCE) {
      return turn("document-busy", "is being written by others again and again", false);
    }
    if (present.hindrance() != null) {
      return turn("document-held", hindered(present.hindrance()), false);
    }
    if (present.text() == null
        || !(Document.parse(present.text()) instanceof Parsed.Readable(Document now))) {
      return turn("document-unreadable", "is no flat JSON object or text any more", true);
    }
    return switch (wanted.against(now)) {
      case Wanted.Verdict.Conflicts(List<String> keys) ->
          turn("keys-changed", "changed meanwhile in " + String.join(", ", keys), true);
      case Wanted.Verdict.Holds() ->
          new Action.Note(
              plan.with(
                  document.with(
                      new Progress.Done(
                          new Landed(
                              document.document(),
                              present.arn(),
                              present.current(),
                              wanted.keys())))));
      case Wanted.Verdict.Becomes(Document document) -> stage(document);
    };
  }

  private Action stage(Document becomes) {
    Observed.Staged staged = observed.staged();
    if (staged == null || !staged.base().equals(present.current())) {
      return new Action.Stage(document, present.arn(), present.current(), becomes.text());
    }
    return new Action.Note(
        plan.with(
            document.with(new Progress.Intended(present.arn(), present.current(), staged.ours()))));
  }

  private Action turn(String code, String what, boolean dead) {
    return MergeStep.retreat(plan, document, code, what, dead);
  }

  private static String hindered(Seen.Hindrance hindrance) {
    return switch (hindrance) {
      case ROTATING -> "is being rotated just now; merge again when the rotation is over";
      case MANAGED -> "is managed by another AWS service and read-only here";
      case REPLICA -> "is a replica of a secret in another region and read-only here";
    };
  }
}
