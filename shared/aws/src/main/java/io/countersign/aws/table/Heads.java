package io.countersign.aws.table;

import io.countersign.revision.RequestId;
import io.countersign.store.Head;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The states of many requests, by batch reads of up to 100. */
record Heads(Table table) {
  /** Those that are there, in the order of their ids in the list. */
  List<Head> of(Collection<RequestId> ids) {
    Map<RequestId, Head> found = new HashMap<>();
    for (Item item :
        table.batch(ids.stream().map(id -> Keys.of(Keys.request(id), Keys.STATE)).toList())) {
      Head head = RequestItems.head(item);
      found.put(head.request().id(), head);
    }
    return ids.stream().map(id -> found.get(id)).filter(Objects::nonNull).toList();
  }
}
