package io.countersign.bypass;

import io.countersign.aws.client.Clients;
import io.countersign.aws.table.DynamoStore;
import io.countersign.aws.table.Table;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.command.RuledCommands;
import io.countersign.edge.http.MachineClients;
import io.countersign.edge.http.Router;
import io.countersign.edge.start.Settings;
import io.countersign.edge.start.Snapshot;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.Map;

/** Puts the function together from its environment. */
final class Wiring {
  private Wiring() {}

  static Router router() {
    Snapshot.before(Clients::warm);
    Settings settings = new Settings(System.getenv());
    return router(new DynamoStore(Table.of(settings.text("TABLE")), InstantSource.system()))
        .knowing(MachineClients.of(settings.listOrEmpty("MACHINE_CLIENT_IDS")));
  }

  static Router router(Store store) {
    Bypasses bypasses =
        new Bypasses(store, new RuledCommands(store, Pauses.contention()), InstantSource.system());
    return new Router(Map.of(Bypasses.ROUTE, bypasses::start));
  }
}
