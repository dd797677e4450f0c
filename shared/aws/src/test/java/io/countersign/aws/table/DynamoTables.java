package io.countersign.aws.table;

import io.countersign.audit.Recorded;
import io.countersign.json.Json;
import io.countersign.link.Ballots;
import io.countersign.revision.RequestId;
import io.countersign.store.Catalog;
import io.countersign.store.Due;
import io.countersign.store.Journal;
import io.countersign.store.Neighbours;
import io.countersign.store.Tables;
import io.countersign.store.Trail;
import io.countersign.waiting.WaitingLists;
import java.time.InstantSource;
import java.util.List;

/**
 * The adapters over one table of DynamoDB Local; where one or two functions write by an adapter, as
 * their roles let them.
 */
record DynamoTables(DynamoDbLocal local, Table table, DynamoStore store, DynamoRegistry registry)
    implements Tables {
  static DynamoTables in(DynamoDbLocal local, InstantSource clock) {
    Table table = local.table();
    return new DynamoTables(
        local, table, new DynamoStore(table, clock), new DynamoRegistry(local.as(table, "Admin")));
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
  public Due due() {
    return new DynamoDue(local.as(table, "Tick"));
  }

  @Override
  public Journal journal() {
    return new DynamoJournal(local.as(table, "Query"));
  }

  @Override
  public WaitingLists waiting() {
    return new DynamoWaitingLists(local.as(table, "Relay", "Tick"));
  }

  @Override
  public Ballots ballots() {
    return new DynamoBallots(local.as(table, "Vote"));
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
