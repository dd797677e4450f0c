package io.countersign.merge;

import io.countersign.project.DocumentId;
import io.countersign.proposal.Wanted;
import io.countersign.request.Command;
import io.countersign.revision.Revision;
import io.countersign.vault.Vault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The thin loop: asks for the next action, does it, and remembers what it saw. */
public final class Merge {
  private final Tokens tokens;
  private final List<Wanted> wanted;
  private final Hand hand;
  private final Ledger ledger;
  private final Abreast abreast;
  private Memory memory;

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
    this.tokens = Tokens.of(revision);
    this.wanted = wanted;
    this.hand = new Hand(tokens, vault);
    this.ledger = ledger;
    this.abreast = abreast;
    this.memory = Memory.of(plan);
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
   * @return those that AWS refuses to delete; the plan has them, for whoever holds it next
   */
  public List<DocumentId> discard() {
    List<Action> actions = next();
    while (!actions.isEmpty()) {
      take(actions);
      actions = next();
    }
    return memory.plan().undeleted();
  }

  /** Does what is next; the end's command when that was it. */
  @Nullable Command step() {
    return take(next());
  }

  private List<Action> next() {
    return MergeStep.next(memory, tokens, wanted);
  }

  private @Nullable Command take(List<Action> actions) {
    switch (actions.getFirst()) {
      case Action.Note(Plan next) -> {
        ledger.note(next);
        memory = memory.noted(next);
      }
      case Action.End(Command end, Plan last) -> {
        ledger.end(end, last);
        memory = memory.ended(last);
        return end;
      }
      case Action.Call _ ->
          memory = memory.saw(made(actions.stream().map(each -> (Action.Call) each).toList()));
    }
    return null;
  }

  private Map<DocumentId, Observed> made(List<Action.Call> calls) {
    List<Observed> seen =
        abreast.all(
            calls.stream()
                .<Supplier<Observed>>map(each -> () -> hand.make(each, memory.of(each.document())))
                .toList());
    Map<DocumentId, Observed> news = new HashMap<>();
    for (int i = 0; i < calls.size(); i++) {
      news.put(calls.get(i).document().document(), seen.get(i));
    }
    return news;
  }
}
