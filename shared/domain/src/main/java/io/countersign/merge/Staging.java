package io.countersign.merge;

import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.proposal.Wanted;
import io.countersign.revision.Landed;
import io.countersign.vault.Seen;
import java.util.List;

/** From a secret that is there to a move that may be made: bases checked, our version staged. */
record Staging(DocumentPlan document, Wanted wanted, Observed observed, Seen.Present present) {
  /** How often somebody else may write between our look and our swap. */
  static final int PATIENCE = 5;

  Need next() {
    String base = wanted.base().arn();
    if (base != null && !base.equals(present.arn())) {
      return turn("document-replaced", "was deleted and created again meanwhile", true);
    }
    if (document.refusals() >= PATIENCE) {
      return turn("document-busy", "is being written by others again and again", false);
    }
    if (present.hindrance() != null) {
      return turn("document-held", Held.words(present.hindrance()), false);
    }
    if (present.text() == null
        || !(Document.parse(present.text()) instanceof Parsed.Readable(Document now))) {
      return turn("document-unreadable", "is no flat JSON object or text any more", true);
    }
    boolean fresh = present.current().equals(document.created());
    return switch (wanted.against(fresh ? Document.EMPTY : now)) {
      case Wanted.Verdict.Conflicts(List<String> keys) ->
          turn("keys-changed", "changed meanwhile in " + String.join(", ", keys), true);
      case Wanted.Verdict.TooLarge() ->
          turn("document-too-large", "would have more bytes than AWS stores", true);
      case Wanted.Verdict.Holds() -> held(now);
      // Two moves over each other could not be told apart when they had to be taken back.
      case Wanted.Verdict.Completes _ when document.move() != null ->
          turn("keys-put-back", "was changed by others after this request had been there", true);
      case Wanted.Verdict.Completes(Document becomes) -> stage(becomes);
      case Wanted.Verdict.Becomes(Document becomes) -> stage(becomes);
    };
  }

  /**
   * Others have written the very values, or a move of ours did. Theirs get a version of ours on
   * top, with the same bytes: a version that stays would tell who proposed them that they are
   * equal.
   */
  private Need held(Document now) {
    Progress.Intended move = document.move();
    return move == null
        ? stage(now)
        : new Need.Noted(document.with(new Progress.Done(landed(present.current()), move)));
  }

  private Need stage(Document becomes) {
    Observed.Staged staged = observed.staged();
    if (staged == null || !staged.base().equals(present.current())) {
      return new Need.Called(
          new Action.Stage(
              document, Action.Why.CHANGE, present.arn(), present.current(), becomes.text()));
    }
    return new Need.Ready(
        document.with(new Progress.Intended(present.arn(), present.current(), staged.ours())));
  }

  private Landed landed(String version) {
    return new Landed(document.document(), present.arn(), version, wanted.keys(), wanted.fate());
  }

  private Need turn(String code, String what, boolean dead) {
    return Forward.turn(document, code, what, dead);
  }
}
