package io.countersign.aws.table;

import io.countersign.audit.Recorded;
import io.countersign.json.Json;
import io.countersign.link.Ballots;
import io.countersign.revision.RequestId;
import io.countersign.store.Catalog;
import io.countersign.store.Journal;
import io.countersign.store.Neighbours;
import io.countersign.store.Tables;
import io.countersign.store.Trail;
import io.countersign.waiting.WaitingLists;
import java.time.InstantSource;
import java.util.List;

/** Both adapters over one table of DynamoDB Local. */
record DynamoTables(Table table, DynamoStore store, DynamoRegistry registry) implements Tables {
  static DynamoTables of(Table table, InstantSource clock) {
    return new DynamoTables(table, new DynamoStore(table, clock), new DynamoRegistry(table));
  }

  @Override
  public Catalog catalog() {
    return new DynamoCatalog(table);
  }

  @Override
  public Neighbours neighbours() {
    return new DynamoNeighbours(table);
  }

  @Override
  public Journal journal() {
    return new DynamoJournal(table);
  }

  @Override
  public WaitingLists waiting() {
    return new DynamoWaitingLists(table);
  }

  @Override
  public Ballots ballots() {
    return new DynamoBallots(table);
  }

  @Override
  public Trail trail() {
    return new DynamoTrail(table);
  }

  @Override
  public List<Recorded> events(RequestId request) {
    return table.all(Keys.request(request), "EVT#").stream()
        .map(
            item ->
                new Recorded(
                    item.data() instanceof Json.Obj event
                            && event.get("sequence") instanceof Json.Num(String number)
                        ? Long.parseLong(number)
                        : 0,
                    item.text(Item.DATA),
                    item.text("previous"),
                    item.text("hash")))
        .toList();
  }
}
