package io.countersign.merge;

import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.sample.Proposals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table, as it takes or refuses what is written to one request. */
record Desk(int number, @Nullable Guard without) {
  /** After a write, or null where it is refused. */
  @Nullable Saga accepted(Saga saga, Party.Late write) {
    Party party = saga.party(number);
    boolean mine = write.fence() == party.plan().lease().fence();
    if (!party.busy() || (!mine && without != Guard.FENCE)) {
      return null;
    }
    Command end = write.end();
    if (end == null) {
      return saga.with(number, party.with(Recorded.of(write.plan(), without)));
    }
    Plan left =
        end instanceof Command.Finish
            ? write.plan().afterwards()
            : Recorded.failed(write.plan(), party.plan(), without);
    return switch (Requests.decide(party.request(), end, Proposals.NOON)) {
      case Outcome.Accepted(List<Event> events) ->
          saga.with(number, party.with(left).happened(events));
      case Outcome.Refused _ -> null;
    };
  }

  /** A write that was under way arrives. */
  Saga delivered(Saga saga) {
    Party party = saga.party(number);
    Saga rest = saga.with(number, party.with((Party.Late) null));
    Saga accepted = party.late() == null ? null : accepted(rest, party.late());
    return accepted == null ? rest : accepted;
  }
}
