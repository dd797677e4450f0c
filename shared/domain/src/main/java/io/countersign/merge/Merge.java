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
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The thin loop: asks for the next action, does it, and remembers what it saw. */
public final class Merge {
  private final Revision revision;
  private final List<Wanted> wanted;
  private final Vault vault;
  private final Ledger ledger;
  private final Abreast abreast;
  private final Map<DocumentId, Observed> observed;
  private Plan plan;

  /**
   * One holder's work on one plan.
   *
   * @param wanted one for each document of the plan, in its order, values proven genuine; none when
   *     the values are lost, and then nothing more is applied
   * @param abreast makes calls about different documents side by side
   */
  public Merge(
      Revision revision,
      List<Wanted> wanted,
      Plan plan,
      Vault vault,
      Ledger ledger,
      Abreast abreast) {
    this(revision, wanted, new Memory(plan, Map.of()), vault, ledger, abreast);
  }

  /** One that remembers this. */
  Merge(
      Revision revision,
      List<Wanted> wanted,
      Memory memory,
      Vault vault,
      Ledger ledger,
      Abreast abreast) {
    this.revision = revision;
    this.wanted = wanted;
    this.plan = memory.plan();
    this.observed = new HashMap<>(memory.observed());
    this.vault = vault;
    this.ledger = ledger;
    this.abreast = abreast;
  }

  /** All that a holder knows, and that is gone when it dies. */
  record Memory(Plan plan, Map<DocumentId, Observed> observed) {}

  Memory memory() {
    return new Memory(plan, Map.copyOf(observed));
  }

  /** Goes on until the end is committed; whatever is thrown leaves a plan to be resumed. */
  public Command run() {
    Command end = step();
    while (end == null) {
      end = step();
    }
    return end;
  }

  /**
   * After everything landed: deletes the secrets that the merge has emptied.
   *
   * @return those that AWS refuses to delete
   */
  public List<DocumentId> discard() {
    while (!plan.documents().isEmpty()) {
      step();
    }
    return observed.entrySet().stream()
        .filter(each -> each.getValue().denied() != null)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Does what is next; the end's command when that was it. */
  @Nullable Command step() {
    List<Action> actions = MergeStep.next(plan, wanted, observed);
    switch (actions.getFirst()) {
      case Action.Note(Plan next) -> note(next);
      case Action.End(Command end) -> {
        ledger.end(end);
        plan = plan.afterwards();
        observed.clear();
        return end;
      }
      case Action.Call _ -> call(actions.stream().map(each -> (Action.Call) each).toList());
    }
    return null;
  }

  private void note(Plan next) {
    ledger.note(next);
    if (!Objects.equals(plan.retreat(), next.retreat())) {
      // Refusals and staged versions of the way forward say nothing about the way back.
      observed.clear();
    }
    plan = next;
  }

  private void call(List<Action.Call> calls) {
    List<Observed> seen =
        abreast.all(calls.stream().<Supplier<Observed>>map(each -> () -> done(each)).toList());
    for (int i = 0; i < calls.size(); i++) {
      observed.put(calls.get(i).document().document(), seen.get(i));
    }
  }

  private Observed done(Action.Call call) {
    Observed before = observed.getOrDefault(call.document().document(), Observed.NOTHING);
    try {
      return done(call, before);
    } catch (VaultRefused e) {
      return before.stale().deniedWith(e.getMessage());
    }
  }

  private Observed done(Action.Call call, Observed before) {
    return switch (call) {
      case Action.Look(DocumentPlan document) -> before.with(vault.read(document.secretName()));
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

  private Map<String, String> texts(Action.Recall recall) {
    Map<String, String> texts = new TreeMap<>();
    for (String version : recall.versions()) {
      String text = vault.text(recall.arn(), version);
      texts.put(version, text == null ? "" : text);
    }
    return texts;
  }

  private @Nullable String created(DocumentPlan document) {
    String token = token(document.secretName(), "new");
    return vault.create(document.secretName(), document.kmsKeyArn(), token)
            instanceof Creation.Created made
        ? made.versionId()
        : null;
  }

  private String token(Action.Stage stage) {
    return switch (stage.why()) {
      case CHANGE -> token(stage.arn(), stage.base());
      case UNDO ->
          token(
              stage.arn(),
              stage.base(),
              "undo",
              Objects.requireNonNull(stage.document().move(), "undone is what moved").ours());
    };
  }

  /** The same request, digest, secret and base always give the same token, so the same bytes. */
  private String token(String... rest) {
    String[] parts = new String[rest.length + 2];
    parts[0] = revision.request().toString();
    parts[1] = revision.digest().hex();
    System.arraycopy(rest, 0, parts, 2, rest.length);
    return Token.of(parts);
  }
}
