package io.countersign.merge;

import io.countersign.explain.Reason;
import io.countersign.proposal.Lost;
import io.countersign.proposal.Wanted;
import io.countersign.revision.Landed;
import io.countersign.vault.Seen;
import org.jspecify.annotations.Nullable;

/**
 * What one document needs on the way forward (design §5.2 and 5.3).
 *
 * @param wanted what it is to become, or null where the proposed values are lost
 */
record Forward(DocumentPlan document, @Nullable Wanted wanted, Observed observed, Tokens tokens) {
  Need next() {
    if (document.progress() instanceof Progress.Done) {
      return new Need.Settled();
    }
    if (wanted == null) {
      return new Need.Turned(Lost.VALUES, true);
    }
    if (observed.denied() != null) {
      return turn(document, "aws-refused", "cannot be written. " + observed.denied(), false);
    }
    return document.progress() instanceof Progress.Intended intent
        ? intended(intent, wanted)
        : begun(wanted);
  }

  private Need intended(Progress.Intended intent, Wanted change) {
    if (observed.swapped() == Observed.Swapped.MOVED) {
      return done(intent, change);
    }
    if (observed.swapped() == Observed.Swapped.REFUSED) {
      return new Need.Noted(document.again());
    }
    if (observed.seen() == null) {
      return look();
    }
    if (observed.seen() instanceof Seen.Present present && present.arn().equals(intent.arn())) {
      if (present.current().equals(intent.ours()) || intent.ours().equals(present.previous())) {
        return done(intent, change);
      }
      if (present.current().equals(intent.base())) {
        return new Need.Called(
            new Action.Swap(document, intent.arn(), intent.base(), intent.ours()));
      }
    }
    return turn(
        document,
        "document-overwritten",
        "was written by others while the merge was cut off, so that it cannot be told whether it"
            + " held the change",
        false);
  }

  private Need done(Progress.Intended intent, Wanted change) {
    Landed landed =
        new Landed(document.document(), intent.arn(), intent.ours(), change.keys(), change.fate());
    return new Need.Noted(document.with(new Progress.Done(landed, intent)));
  }

  private Need begun(Wanted change) {
    if (observed.born() != null && !observed.born().equals(document.created())) {
      return new Need.Noted(document.createdAs(observed.born()));
    }
    boolean fresh = change.base().arn() == null && change.creates();
    return switch (observed.seen()) {
      case null -> look();
      case Seen.Present present -> new Staging(document, change, observed, present).next();
      case Seen.Missing _ -> fresh ? create() : gone();
      case Seen.Deleted(String arn, @Nullable String current) ->
          fresh && !live() ? back(arn, current) : gone();
    };
  }

  private Need gone() {
    return turn(document, "document-gone", "was deleted meanwhile", true);
  }

  /** Whether a move of before may be live in what waits for its deletion. */
  private boolean live() {
    return document.move() != null;
  }

  /** From its deletion, once it is recorded what comes back with it and counts for nothing. */
  private Need back(String arn, @Nullable String current) {
    return current == null || current.equals(document.created())
        ? new Need.Called(new Action.Restore(document, arn))
        : new Need.Noted(document.createdAs(current));
  }

  /** What is created is recorded first, so that it is taken away again whatever happens. */
  private Need create() {
    String first = tokens.creation(document.secretName());
    return first.equals(document.created())
        ? new Need.Called(new Action.Create(document))
        : new Need.Noted(document.createdAs(first));
  }

  private Need look() {
    return new Need.Called(new Action.Look(document, Action.Why.CHANGE));
  }

  static Need.Turned turn(DocumentPlan document, String code, String what, boolean dead) {
    String remedy = dead ? ": revise the request." : ".";
    return new Need.Turned(Reason.of(code, document.document() + " " + what + remedy), dead);
  }
}
