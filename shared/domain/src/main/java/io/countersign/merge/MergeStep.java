package io.countersign.merge;

import io.countersign.explain.Reason;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Wanted;
import io.countersign.request.Command;
import io.countersign.revision.Landed;
import io.countersign.vault.Seen;
import io.countersign.vault.VaultRefused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The merge protocol (design §5) as a pure function: the plan as recorded and what was observed
 * give the one next action.
 */
final class MergeStep {
  private MergeStep() {}

  static Action next(Plan plan, List<Wanted> wanted, Map<DocumentId, Observed> observed) {
    if (plan.retreat() != null) {
      return back(plan, plan.retreat(), observed);
    }
    for (int i = 0; i < plan.documents().size(); i++) {
      DocumentPlan document = plan.documents().get(i);
      if (!(document.progress() instanceof Progress.Done)) {
        return forward(plan, document, wanted.get(i), of(observed, document));
      }
    }
    return new Action.End(
        new Command.Finish(
            plan.documents().stream()
                .map(each -> ((Progress.Done) each.progress()).landed())
                .toList()));
  }

  private static Action forward(
      Plan plan, DocumentPlan document, Wanted wanted, Observed observed) {
    Seen seen = observed.seen();
    if (seen == null) {
      return new Action.Look(document);
    }
    return switch (document.progress()) {
      case Progress.Done _ -> throw new IllegalStateException("done already");
      case Progress.Intended intent -> intended(plan, document, intent, wanted, observed);
      case Progress.Untouched _ ->
          switch (seen) {
            case Seen.Present present ->
                new Staging(plan, document, wanted, observed, present).next();
            case Seen.Missing _ when wanted.base().arn() == null && wanted.creates() ->
                new Action.Create(document);
            case Seen.Missing _, Seen.Deleted _ ->
                retreat(plan, document, "document-gone", "was deleted meanwhile", true);
          };
    };
  }

  private static Action intended(
      Plan plan,
      DocumentPlan document,
      Progress.Intended intent,
      Wanted wanted,
      Observed observed) {
    if (observed.seen() instanceof Seen.Present present && present.arn().equals(intent.arn())) {
      if (present.current().equals(intent.ours()) || intent.ours().equals(present.previous())) {
        return new Action.Note(
            plan.with(
                document.with(
                    new Progress.Done(
                        new Landed(
                            document.document(), intent.arn(), intent.ours(), wanted.keys())))));
      }
      if (present.current().equals(intent.base())) {
        return new Action.Swap(document, intent);
      }
    }
    return new Action.Note(plan.with(document.again(observed.refused() ? null : intent.ours())));
  }

  /** Turns back, or says the truth where it cannot be known that nothing was applied. */
  static Action retreat(Plan plan, DocumentPlan document, String code, String what, boolean dead) {
    String text = document.document() + " " + what + ".";
    if (document.doubtful() != null) {
      return new Action.End(
          new Command.Fail(
              List.of(
                  Reason.of(
                      code,
                      text
                          + " Version "
                          + document.doubtful()
                          + " of this request may have been current before; nothing was touched"
                          + " since."))));
    }
    return new Action.Note(plan.retreating(Reason.of(code, text), dead));
  }

  private static Action back(Plan plan, Plan.Retreat retreat, Map<DocumentId, Observed> observed) {
    for (DocumentPlan document : plan.documents()) {
      if (document.created() != null) {
        Seen seen = of(observed, document).seen();
        if (seen == null) {
          return new Action.Look(document);
        }
        if (seen instanceof Seen.Present present && present.current().equals(document.created())) {
          return new Action.Discard(document, present.arn());
        }
      }
    }
    return new Action.End(new Command.GiveUp(retreat.reason(), retreat.dead()));
  }

  /**
   * What follows when AWS refuses an action for good: back to OPEN with its words, while nothing of
   * ours can be current; null where only somebody with rights in AWS can help.
   */
  static @Nullable Action refused(Plan plan, Action action, VaultRefused refusal) {
    Plan.Retreat retreat = plan.retreat();
    if (retreat != null) {
      return new Action.End(new Command.GiveUp(retreat.reason(), retreat.dead()));
    }
    DocumentPlan document =
        switch (action) {
          case Action.Look look -> look.document();
          case Action.Create create -> create.document();
          case Action.Stage stage -> stage.document();
          case Action.Note _, Action.Swap _, Action.Discard _, Action.End _ -> null;
        };
    if (document == null
        || document.doubtful() != null
        || !(document.progress() instanceof Progress.Untouched)) {
      return null;
    }
    String words = document.document() + " cannot be written. " + refusal.getMessage();
    return new Action.Note(plan.retreating(Reason.of("aws-refused", words), false));
  }

  private static Observed of(Map<DocumentId, Observed> observed, DocumentPlan document) {
    return observed.getOrDefault(document.document(), Observed.NOTHING);
  }
}
