package io.countersign.merge;

import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.vault.Seen;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one document needs on the way back (design §5.4): a three-way merge, by compare-and-swap,
 * and only where labels prove that what stands there is ours.
 */
record Backward(DocumentPlan document, Observed observed) {
  Need next() {
    if (document.progress() instanceof Progress.Undone(String versionId)) {
      return emptied(versionId);
    }
    Progress.Intended move = document.move();
    if (move == null) {
      return document.created() == null ? new Need.Settled() : undone(document.created());
    }
    if (observed.denied() != null) {
      return stuck(current(move) ? Truth.REFUSED : Truth.DENIED, " " + observed.denied());
    }
    return switch (observed.seen()) {
      case null -> new Need.Called(new Action.Look(document, Action.Why.UNDO));
      case Seen.Missing _ -> undone(null);
      // Whoever restores it has it as their own, with what it held before.
      case Seen.Deleted(String arn, _) when arn.equals(move.arn()) ->
          new Need.Stuck(Truth.DELETED.about(document, ""), document.parted());
      case Seen.Deleted _ -> undone(null);
      case Seen.Present present when present.arn().equals(move.arn()) -> present(present, move);
      case Seen.Present _ -> undone(null);
    };
  }

  /** What this merge made, or took back, goes again while it is as it was then. */
  private Need emptied(@Nullable String versionId) {
    String made = document.created();
    if (made == null || observed.denied() != null) {
      return new Need.Settled();
    }
    if (versionId == null) {
      return new Need.Parted();
    }
    if (!made.equals(versionId)
        && observed.seen() instanceof Seen.Present present
        && present.current().equals(versionId)) {
      if (!observed.texts().containsKey(made)) {
        return new Need.Called(new Action.Recall(document, present.arn(), Set.of(made)));
      }
      if (!Objects.equals(present.text(), observed.texts().get(made))) {
        return new Need.Parted();
      }
    }
    return new Leaving(document, observed, versionId).next();
  }

  private Need present(Seen.Present present, Progress.Intended move) {
    Set<String> versions = Set.of(move.base(), move.ours());
    if (!observed.texts().keySet().containsAll(versions)) {
      return new Need.Called(new Action.Recall(document, present.arn(), versions));
    }
    Document now = document(present.text());
    if (now == null) {
      return stuck(Truth.UNREADABLE, "");
    }
    Document before = document(observed.texts().get(move.base()));
    Document after = document(observed.texts().get(move.ours()));
    if (before == null || after == null) {
      return stuck(Truth.FORGOTTEN, "");
    }
    if (before.plainText() && !after.plainText() && !now.plainText() && !now.equals(after)) {
      return stuck(Truth.OTHERWISE, "");
    }
    Document back = now.equals(after) ? before : now.without(counted(move, before), after);
    if (back.equals(now)) {
      return undone(present.current());
    }
    return ours(move, present) ? back(present, back) : stuck(Truth.DOUBT, "");
  }

  /** Beside what others wrote since, nothing comes back that counted as none. */
  private Document counted(Progress.Intended move, Document before) {
    return move.base().equals(document.created()) ? Document.EMPTY : before;
  }

  /** Whether ours was the current version when AWS refused to have it changed. */
  private boolean current(Progress.Intended move) {
    return observed.seen() instanceof Seen.Present present && present.current().equals(move.ours());
  }

  private static boolean ours(Progress.Intended move, Seen.Present present) {
    return present.current().equals(move.ours()) || move.ours().equals(present.previous());
  }

  private Need back(Seen.Present present, Document back) {
    if (present.hindrance() != null) {
      return stuck(Truth.HELD, " It " + Held.words(present.hindrance()) + ".");
    }
    if (!back.fits()) {
      return stuck(Truth.TOO_LARGE, "");
    }
    if (observed.refusals() >= Staging.PATIENCE) {
      return stuck(Truth.BUSY, "");
    }
    Observed.Staged staged = observed.staged();
    return new Need.Called(
        staged == null || !staged.base().equals(present.current())
            ? new Action.Stage(
                document, Action.Why.UNDO, present.arn(), present.current(), back.text())
            : new Action.Swap(document, present.arn(), present.current(), staged.ours()));
  }

  private Need undone(@Nullable String versionId) {
    return new Need.Noted(document.with(new Progress.Undone(versionId)));
  }

  private Need stuck(Truth truth, String words) {
    return new Need.Stuck(truth.about(document, words), document);
  }

  private static @Nullable Document document(@Nullable String text) {
    return text != null
            && !text.isEmpty()
            && Document.parse(text) instanceof Parsed.Readable(Document readable)
        ? readable
        : null;
  }
}
