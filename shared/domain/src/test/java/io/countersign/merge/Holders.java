package io.countersign.merge;

import io.countersign.proposal.Wanted;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.vault.FakeVault;
import io.countersign.vault.VaultUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that those who hold a request's lease, or held it, can do next. */
record Holders(List<Stage> stages, int number, @Nullable Guard without) {
  /** One of them, and its name. */
  enum Who {
    HOLDER,
    FORMER
  }

  private Desk desk() {
    return new Desk(number, without);
  }

  private Stage stage() {
    return stages.get(number);
  }

  /** Takes over from nobody, or from a holder that may be alive. */
  Saga takenOver(Saga saga) {
    Party party = saga.party(number);
    Plan mine = party.plan().with(party.plan().lease().next(Instant.MAX));
    return saga.with(number, party.with(mine).with(Worker.on(mine), party.worker()));
  }

  /** Each thing that may be the next to take effect. */
  List<Saga> steps(Saga saga, Who who) {
    Worker worker = who == Who.HOLDER ? saga.party(number).worker() : saga.party(number).stale();
    if (worker == null) {
      return List.of();
    }
    if (!worker.underway().isEmpty()) {
      return calls(saga, who, worker);
    }
    List<Action> actions = next(saga, worker);
    return switch (actions.getFirst()) {
      case Action.Note(Plan plan) -> List.of(noted(saga, who, worker, plan));
      case Action.End(Command end, Plan last) -> List.of(ended(saga, who, worker, end, last));
      case Action.Call _ ->
          calls(
              saga, who, worker.calling(actions.stream().map(each -> (Action.Call) each).toList()));
    };
  }

  /** What the holder would write to the table next, or null. */
  Party.@Nullable Late write(Saga saga) {
    Worker worker = saga.party(number).worker();
    return worker == null || !worker.underway().isEmpty()
        ? null
        : write(worker, next(saga, worker).getFirst());
  }

  private static Party.@Nullable Late write(Worker worker, Action action) {
    long fence = worker.memory().plan().lease().fence();
    return switch (action) {
      case Action.Note(Plan plan) -> new Party.Late(fence, plan, null);
      case Action.End(Command end, Plan last) -> new Party.Late(fence, last, end);
      case Action.Call _ -> null;
    };
  }

  private List<Action> next(Saga saga, Worker worker) {
    List<Wanted> wanted =
        without == Guard.BASE_CHECK ? stage().anew(saga.opened()).wanted() : stage().wanted();
    return MergeStep.next(worker.memory(), Tokens.of(stage().revision()), wanted);
  }

  private List<Saga> calls(Saga saga, Who who, Worker worker) {
    List<Saga> next = new ArrayList<>();
    for (Action.Call call : worker.underway()) {
      FakeVault vault = saga.opened();
      Plan plan = worker.memory().plan();
      Hand hand =
          new Hand(
              Tokens.of(stage().revision()), new Port(vault, plan, saga.left().denied(), without));
      Worker after;
      try {
        after = worker.made(call, hand.make(call, worker.memory().of(call.document())));
      } catch (VaultUnavailable | IllegalStateException e) {
        after = null;
      }
      Saga made = truth(saga, saga.with(vault.snapshot()));
      next.add(made.with(number, as(made.party(number), who, after)));
    }
    return next;
  }

  private static Party as(Party party, Who who, @Nullable Worker after) {
    return who == Who.HOLDER ? party.with(after, party.stale()) : party.with(party.worker(), after);
  }

  /** What a step of ours has changed under the keys of each request. */
  private Saga truth(Saga before, Saga after) {
    Saga next = after;
    for (int document = 0; document < Stage.BOTH.size(); document++) {
      for (int party = 0; party < after.parties().size(); party++) {
        Stage stage = stages.get(party);
        String was = Texts.values(before.vault(), document).getOrDefault(stage.key(), "");
        String is = Texts.values(after.vault(), document).getOrDefault(stage.key(), "");
        if (!was.equals(is)) {
          Party seen = next.party(party);
          Ghost ghost = seen.truth().get(document);
          next =
              next.with(
                  party,
                  seen.seen(
                      document,
                      party == number
                          ? ghost.ours(stage.ours(document).equals(is))
                          : ghost.others(stage, document, is)));
        }
      }
    }
    return next;
  }

  private Saga noted(Saga saga, Who who, Worker worker, Plan plan) {
    Party.Late write = new Party.Late(worker.memory().plan().lease().fence(), plan, null);
    return written(saga, who, write, worker.memory().noted(plan));
  }

  private Saga ended(Saga saga, Who who, Worker worker, Command end, Plan last) {
    Party.Late write = new Party.Late(worker.memory().plan().lease().fence(), last, end);
    return written(saga, who, write, worker.memory().ended(last));
  }

  /** What a holder knows after its write; it stops when that is refused, or nothing is left. */
  private Saga written(Saga saga, Who who, Party.Late write, Memory memory) {
    Saga accepted = desk().accepted(saga, write);
    Saga next = accepted == null ? saga : accepted;
    boolean goesOn = accepted != null && next.party(number).busy();
    return next.with(number, as(next.party(number), who, goesOn ? Worker.with(memory) : null));
  }

  /** Taken up again, forward or back. */
  List<Saga> takenUp(Saga saga) {
    Plan kept = saga.party(number).plan();
    Lease lease = kept.lease().next(Instant.MAX);
    return List.of(
        takenUp(saga, Event.Mode.FINISH, Recorded.forward(kept.forward(lease), without)),
        takenUp(saga, Event.Mode.UNDO, kept.with(lease)));
  }

  private Saga takenUp(Saga saga, Event.Mode way, Plan plan) {
    Party party = saga.party(number);
    Command command =
        new Command.TakeUp(
            People.actor("ann"),
            party.request().digest(),
            way,
            stage().revision(),
            Rulebook.rules(List.of(), "ann"),
            People.directory("ann"));
    return switch (Requests.decide(party.request(), command, Proposals.NOON)) {
      case Outcome.Accepted(List<Event> events) ->
          saga.with(number, party.takenUp(plan).happened(events));
      case Outcome.Refused refused -> throw new AssertionError(refused);
    };
  }
}
