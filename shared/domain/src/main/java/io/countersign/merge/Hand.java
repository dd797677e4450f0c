package io.countersign.merge;

import io.countersign.vault.Creation;
import io.countersign.vault.Seen;
import io.countersign.vault.Vault;
import io.countersign.vault.VaultRefused;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the calls of a merge, each for itself. */
record Hand(Tokens tokens, Vault vault) {
  /**
   * Makes a call.
   *
   * @param before what was observed of its document
   * @return what is observed now
   */
  Observed make(Action.Call call, Observed before) {
    try {
      return made(call, before);
    } catch (VaultRefused e) {
      return before.deniedWith(e.getMessage());
    }
  }

  private Observed made(Action.Call call, Observed before) {
    return switch (call) {
      case Action.Look look -> before.with(seen(look));
      case Action.Recall recall -> before.with(texts(recall));
      case Action.Create(DocumentPlan document) -> before.bornAs(created(document));
      case Action.Restore(_, String arn) -> {
        vault.restore(arn);
        yield before.stale();
      }
      case Action.Stage stage ->
          before.with(
              new Observed.Staged(
                  stage.base(), vault.stage(stage.arn(), token(stage), stage.text())));
      case Action.Swap swap ->
          switch (vault.move(swap.arn(), swap.from(), swap.to())) {
            case MOVED -> before.moved();
            case REFUSED -> before.refused();
          };
      case Action.Discard(_, String arn) -> {
        vault.delete(arn);
        yield before.stale();
      }
    };
  }

  private Seen seen(Action.Look look) {
    Seen seen = vault.read(look.document().secretName());
    return look.why() == Action.Why.CHANGE
            && seen instanceof Seen.Present present
            && present.hindrance() == null
            && vault.crowded(present.arn())
        ? present.heldBy(Seen.Hindrance.CROWDED)
        : seen;
  }

  private Map<String, String> texts(Action.Recall recall) {
    Map<String, String> texts = new TreeMap<>();
    for (String version : recall.versions()) {
      String text = vault.text(recall.arn(), version);
      texts.put(version, text == null ? "" : text);
    }
    return texts;
  }

  private @Nullable String created(DocumentPlan document) {
    String name = document.secretName();
    return vault.create(name, document.kmsKeyArn(), tokens.creation(name))
            instanceof Creation.Created made
        ? made.versionId()
        : null;
  }

  private String token(Action.Stage stage) {
    return switch (stage.why()) {
      case CHANGE ->
          tokens.change(stage.arn(), stage.base(), stage.base().equals(stage.document().created()));
      case UNDO ->
          tokens.undo(
              stage.base(),
              Objects.requireNonNull(stage.document().move(), "undone is what moved"));
    };
  }
}
