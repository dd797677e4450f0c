package io.countersign.merge;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.explain.Reason;
import io.countersign.request.Command;
import io.countersign.revision.Landed;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What must be true whatever happens (rules 8 and 9). */
enum Promises {
  /** MERGED: each document holds the change, or held it, and we never took it back. */
  MERGED_MEANS_ALL,
  /** OPEN: none of our values is live. */
  OPEN_MEANS_NOTHING,
  /** FAILED: each sentence is true, and one of them says why. */
  FAILED_TELLS_THE_TRUTH,
  /** What others wrote, and has not been there before, stays. */
  NO_FOREIGN_KEY_LOST,
  /** The change takes effect once. */
  NO_DOUBLE_EFFECT,
  /** What others wrote does not wait for its deletion. */
  NO_FOREIGN_KEY_DELETED,
  /** MERGED: what was to be removed, and nobody wrote to, waits for its deletion. */
  REMOVED_MEANS_DELETED,
  /** OPEN: what waited for its deletion, and nobody wrote to, waits again with what it held. */
  OPEN_BRINGS_NOTHING_BACK,
  /** There is one end. */
  ONE_TERMINAL;

  /** The promise that a step of ours broke, or null. */
  static @Nullable Promises broken(Stage stage, Saga before, Saga after) {
    for (int i = 0; i < Stage.BOTH.size(); i++) {
      if (lost(before, after, i)) {
        return NO_FOREIGN_KEY_LOST;
      }
      if (after.truth().get(i).applied() > 1) {
        return NO_DOUBLE_EFFECT;
      }
    }
    if (before.end() != null && !before.end().equals(after.end())) {
      return ONE_TERMINAL;
    }
    if (after.end() == null) {
      return null;
    }
    Promises told = ended(stage, after, after.end());
    return told == null && after.over() ? left(stage, after) : told;
  }

  /** What is true of each secret when nobody does anything any more. */
  private static @Nullable Promises left(Stage stage, Saga saga) {
    for (int i = 0; i < stage.documents().size(); i++) {
      FakeVault vault = new FakeVault();
      vault.restore(saga.vault());
      boolean deleted = vault.read(Stage.secret(stage.documents().get(i))) instanceof Seen.Deleted;
      String text = text(saga.vault(), i);
      boolean theirs = value(text, "k") != null || saga.truth().get(i).owner() == Saga.Owner.OTHERS;
      if (deleted && theirs) {
        return NO_FOREIGN_KEY_DELETED;
      }
      if (!deleted
          && saga.end() instanceof Command.Finish
          && stage.fates().get(i) == Landed.Fate.REMOVED
          && Document.EMPTY.text().equals(text)) {
        return REMOVED_MEANS_DELETED;
      }
      if (saga.end() instanceof Command.GiveUp
          && vault.read(Stage.secret(stage.documents().get(i))) instanceof Seen.Present present
          && Stage.WAITING.equals(text)
          && !Stage.writtenMeanwhile(present.current())) {
        return OPEN_BRINGS_NOTHING_BACK;
      }
    }
    return null;
  }

  private static boolean lost(Saga before, Saga after, int document) {
    boolean theirs = before.truth().get(document).owner() == Saga.Owner.OTHERS;
    return changed(before, after, document, "k")
        || (theirs && changed(before, after, document, "a"));
  }

  private static boolean changed(Saga before, Saga after, int document, String key) {
    String was = value(text(before.vault(), document), key);
    return was != null && !was.equals(value(text(after.vault(), document), key));
  }

  private static @Nullable Promises ended(Stage stage, Saga saga, Command end) {
    return switch (end) {
      case Command.Finish(List<Landed> documents) ->
          landed(stage, saga, documents) ? null : MERGED_MEANS_ALL;
      case Command.GiveUp _ ->
          IntStream.range(0, 2).noneMatch(i -> live(stage, saga, i)) ? null : OPEN_MEANS_NOTHING;
      case Command.Fail(List<Reason> truth) ->
          truthful(stage, saga, truth) ? null : FAILED_TELLS_THE_TRUTH;
      default -> ONE_TERMINAL;
    };
  }

  /** Whether each version told of has the change, and that was not taken back. */
  private static boolean landed(Stage stage, Saga saga, List<Landed> documents) {
    FakeVault vault = new FakeVault();
    vault.restore(saga.vault());
    return documents.size() == 2
        && saga.truth().stream().noneMatch(Saga.Ghost::undone)
        && IntStream.range(0, 2)
            .allMatch(
                i -> Objects.equals(stage.ours(i), value(version(vault, documents.get(i)), "a")));
  }

  private static @Nullable String version(FakeVault vault, Landed landed) {
    vault.restore(landed.arn());
    return vault.text(landed.arn(), landed.versionId());
  }

  private static boolean live(Stage stage, Saga saga, int document) {
    return saga.truth().get(document).owner() == Saga.Owner.US
        && Objects.equals(stage.ours(document), value(text(saga.vault(), document), "a"));
  }

  private static boolean truthful(Stage stage, Saga saga, List<Reason> truth) {
    return truth.size() == 2
        && truth.stream().anyMatch(each -> !each.code().equals("not-held"))
        && IntStream.range(0, 2)
            .allMatch(
                i ->
                    switch (truth.get(i).code()) {
                      case "not-held" -> !live(stage, saga, i);
                      case "held" -> saga.truth().get(i).applied() == 1;
                      default -> true;
                    });
  }

  static @Nullable String text(FakeVault.Snapshot of, int document) {
    FakeVault vault = new FakeVault();
    vault.restore(of);
    String name = Stage.secret(Stage.BOTH.get(document));
    if (vault.read(name) instanceof Seen.Deleted(String arn, _)) {
      vault.restore(arn);
    }
    return vault.read(name) instanceof Seen.Present present ? present.text() : null;
  }

  static @Nullable String value(@Nullable String text, String key) {
    Member member = Stage.read(text).member(key);
    return member == null ? null : member.text();
  }
}
