package io.countersign.store;

import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;

/** What time has come for; looked up from an index, decided from the request itself. */
public interface Due {
  /** Open requests whose time is over. */
  List<RequestId> expired(Instant now, int limit);

  /** Merges whose lease has lapsed. */
  List<RequestId> lapsed(Instant now, int limit);

  /** Requests whose access has come to its end, which nobody has written down. */
  List<RequestId> over(Instant now, int limit);
}
