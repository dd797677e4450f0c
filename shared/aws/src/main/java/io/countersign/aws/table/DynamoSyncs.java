package io.countersign.aws.table;

import io.countersign.destination.Sync;
import io.countersign.destination.Syncs;
import io.countersign.project.DocumentId;
import io.countersign.revision.RequestId;
import io.countersign.wire.SyncJson;
import java.util.List;
import java.util.Objects;

/** Syncs in DynamoDB. */
public final class DynamoSyncs implements Syncs {
  private static final String PREFIX = "SYN#";

  private final Table table;

  public DynamoSyncs(Table table) {
    this.table = table;
  }

  @Override
  public Sync begin(Sync waiting) {
    Item item = item(waiting);
    return table.put(item, "attribute_not_exists(pk)")
        ? waiting
        : SyncJson.read(
            Objects.requireNonNull(table.get(item.text(Keys.PK), item.sk()), "the sync").data());
  }

  @Override
  public void record(Sync sync) {
    table.put(item(sync));
  }

  private static Item item(Sync sync) {
    DocumentId document = sync.document();
    return Item.of(
            Keys.request(sync.request()),
            PREFIX + sync.destination() + "#" + document.environment() + document.path())
        .data(SyncJson.write(sync));
  }

  @Override
  public List<Sync> of(RequestId request) {
    return table.all(Keys.request(request), PREFIX).stream()
        .map(item -> SyncJson.read(item.data()))
        .toList();
  }
}
