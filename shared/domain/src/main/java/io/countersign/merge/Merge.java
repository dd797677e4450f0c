package io.countersign.merge;

import io.countersign.name.Token;
import io.countersign.project.DocumentId;
import io.countersign.proposal.Wanted;
import io.countersign.request.Command;
import io.countersign.revision.Revision;
import io.countersign.vault.Creation;
import io.countersign.vault.Vault;
import io.countersign.vault.VaultRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The thin loop: asks for the next action, does it, and remembers what it saw. */
public final class Merge {
  private final Revision revision;
  private final List<Wanted> wanted;
  private final Vault vault;
  private final Ledger ledger;
  private final Map<DocumentId, Observed> observed = new HashMap<>();
  private Plan plan;

  /**
   * One holder's work on one plan.
   *
   * @param wanted one for each document of the plan, in its order, values proven genuine
   */
  public Merge(Revision revision, List<Wanted> wanted, Plan plan, Vault vault, Ledger ledger) {
    this.revision = revision;
    this.wanted = wanted;
    this.plan = plan;
    this.vault = vault;
    this.ledger = ledger;
  }

  /** Goes on until the end is committed; whatever is thrown leaves a plan to be resumed. */
  public Command run() {
    Command end = step();
    while (end == null) {
      end = step();
    }
    return end;
  }

  /** Does the one next thing; the end's command when that was it. */
  @Nullable Command step() {
    Action action = MergeStep.next(plan, wanted, observed);
    try {
      return act(action);
    } catch (VaultRefused e) {
      Action back = MergeStep.refused(plan, action, e);
      if (back == null) {
        throw e;
      }
      return act(back);
    }
  }

  private @Nullable Command act(Action action) {
    switch (action) {
      case Action.Look(DocumentPlan document) ->
          put(document, at(document).with(vault.read(document.secretName())));
      case Action.Create(DocumentPlan document) -> create(document);
      case Action.Stage(DocumentPlan document, String arn, String base, String text) ->
          put(
              document,
              at(document)
                  .with(new Observed.Staged(base, vault.stage(arn, token(arn, base), text))));
      case Action.Note(Plan next) -> {
        ledger.note(next);
        plan = next;
      }
      case Action.Swap(DocumentPlan document, Progress.Intended intent) -> swap(document, intent);
      case Action.Discard(DocumentPlan document, String arn) -> {
        vault.delete(arn);
        put(document, at(document).stale());
      }
      case Action.End(Command end) -> {
        ledger.end(end);
        return end;
      }
    }
    return null;
  }

  private void create(DocumentPlan document) {
    String token = token(document.secretName(), "new");
    if (vault.create(document.secretName(), document.kmsKeyArn(), token)
        instanceof Creation.Created created) {
      Plan next = plan.with(document.createdAs(created.versionId()));
      ledger.note(next);
      plan = next;
    }
    put(document, at(document).stale());
  }

  private void swap(DocumentPlan document, Progress.Intended intent) {
    put(
        document,
        switch (vault.move(intent.arn(), intent.base(), intent.ours())) {
          case MOVED -> at(document).stale();
          case REFUSED -> at(document).withRefusal();
        });
  }

  private Observed at(DocumentPlan document) {
    return observed.getOrDefault(document.document(), Observed.NOTHING);
  }

  private void put(DocumentPlan document, Observed next) {
    observed.put(document.document(), next);
  }

  /** The same request, digest, secret and base always give the same token, so the same bytes. */
  private String token(String secret, String base) {
    return Token.of(revision.request().toString(), revision.digest().hex(), secret, base);
  }
}
