package io.countersign.aws.table;

import io.countersign.revision.RequestId;
import io.countersign.store.Head;
import java.util.List;

/** The states of many requests, by batch reads of up to 100. */
record Heads(Table table) {
  /** Those that are there, in the order of their ids. */
  List<Head> of(List<RequestId> ids) {
    return table
        .ordered(ids.stream().map(id -> Keys.of(Keys.request(id), Keys.STATE)).toList())
        .stream()
        .map(RequestItems::head)
        .toList();
  }
}
