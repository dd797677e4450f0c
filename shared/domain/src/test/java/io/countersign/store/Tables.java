package io.countersign.store;

import io.countersign.audit.Recorded;
import io.countersign.link.Ballots;
import io.countersign.revision.RequestId;
import io.countersign.waiting.WaitingLists;
import java.util.List;

/** An empty table, the ports to it, and a look at what no port reads. */
public interface Tables {
  Store store();

  Registry registry();

  Trail trail();

  Catalog catalog();

  Neighbours neighbours();

  Due due();

  Journal journal();

  WaitingLists waiting();

  Ballots ballots();

  /** The events of a request, in order. */
  List<Recorded> events(RequestId request);
}
