package io.countersign.store;

import io.countersign.revision.RequestId;
import java.util.List;

/** An empty table, both ports to it, and a look at what no port reads. */
public interface Tables {
  Store store();

  Registry registry();

  /** The events of a request, in order. */
  List<Recorded> events(RequestId request);
}
