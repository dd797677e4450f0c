package io.countersign.query;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.aws.table.DynamoBallots;
import io.countersign.aws.table.DynamoCatalog;
import io.countersign.aws.table.DynamoChecks;
import io.countersign.aws.table.DynamoConditions;
import io.countersign.aws.table.DynamoDeliveries;
import io.countersign.aws.table.DynamoJournal;
import io.countersign.aws.table.DynamoNeighbours;
import io.countersign.aws.table.DynamoPostings;
import io.countersign.aws.table.DynamoRegistry;
import io.countersign.aws.table.DynamoStandings;
import io.countersign.aws.table.DynamoSyncs;
import io.countersign.aws.table.DynamoTrail;
import io.countersign.aws.table.Table;
import io.countersign.store.Store;
import io.countersign.vault.Inventory;
import io.countersign.vault.Proposals;
import io.countersign.vault.Vault;

/** The handler on a table that is given. */
public final class QueryDoor {
  private QueryDoor() {}

  public static RequestStreamHandler handler(
      Table table, Store store, Inventory inventory, Vault vault, Proposals proposals) {
    return new QueryHandler(
        Wiring.router(
            new Wiring.Tables(
                store,
                new DynamoRegistry(table),
                new DynamoCatalog(table),
                new DynamoTrail(table),
                new DynamoNeighbours(table),
                new DynamoJournal(table),
                new DynamoConditions(table),
                new DynamoStandings(table),
                new DynamoChecks(table),
                new DynamoBallots(table)),
            new Traces(
                new DynamoDeliveries(table), new DynamoPostings(table), new DynamoSyncs(table)),
            new Wiring.Secrets(inventory, vault, proposals)));
  }
}
