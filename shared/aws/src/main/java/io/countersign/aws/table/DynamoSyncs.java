package io.countersign.aws.table;

import io.countersign.destination.Sync;
import io.countersign.destination.Syncs;
import io.countersign.project.DocumentId;
import io.countersign.revision.RequestId;
import io.countersign.wire.SyncJson;
import java.util.List;

/** Syncs in DynamoDB. */
public final class DynamoSyncs implements Syncs {
  private static final String PREFIX = "SYN#";

  private final Table table;

  public DynamoSyncs(Table table) {
    this.table = table;
  }

  @Override
  public void record(Sync sync) {
    DocumentId document = sync.document();
    table.put(
        Item.of(
                Keys.request(sync.request()),
                PREFIX + sync.destination() + "#" + document.environment() + document.path())
            .data(SyncJson.write(sync)));
  }

  @Override
  public List<Sync> of(RequestId request) {
    return table.all(Keys.request(request), PREFIX).stream()
        .map(item -> SyncJson.read(item.data()))
        .toList();
  }
}
