package io.countersign.vote;

import io.countersign.aws.client.Clients;
import io.countersign.aws.table.DynamoBallots;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.Table;
import io.countersign.edge.command.Commands;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.command.RuledCommands;
import io.countersign.edge.http.MachineClients;
import io.countersign.edge.http.Router;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.link.Ballots;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.Map;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static Router router() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    Table table = Table.of(settings.text("TABLE"));
    return router(new DynamoStore(table, InstantSource.system()), new DynamoBallots(table))
        .knowing(MachineClients.of(settings.listOrEmpty("MACHINE_CLIENT_IDS")));
  }

  static Router router(Store store, Ballots ballots) {
    InstantSource clock = InstantSource.system();
    Commands commands = new Commands(store, clock, Pauses.contention());
    RuledCommands ruled = new RuledCommands(store, Pauses.contention());
    Casting casting = new Casting(store, ruled, clock);
    Revocations revocations = new Revocations(store, ruled, clock);
    Votes votes = new Votes(casting, new Approvals(store, casting));
    Acknowledgements acknowledgements = new Acknowledgements(commands, store);
    LinkVotes byMail = new LinkVotes(store, ballots, clock, Pauses.contention());
    return new Router(
        Map.of(
            Votes.ROUTE, votes::cast,
            Acknowledgements.ROUTE, acknowledgements::acknowledge,
            Revocations.ROUTE, revocations::revoke,
            LinkVotes.ROUTE, byMail::cast));
  }
}
