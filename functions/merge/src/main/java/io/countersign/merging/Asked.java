package io.countersign.merging;

import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Repeats;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.store.Repeat;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call about the merge of a request, and what was read for one try of it.
 *
 * @param seen the digest that the caller saw
 * @param left until Lambda ends this invocation
 */
record Asked(Grounds grounds, Digest seen, Repeats.@Nullable Key key, Duration left) {
  private static final int DONE = 200;

  Request request() {
    return grounds.request();
  }

  @Nullable Repeat done(Instant now) {
    return key == null ? null : key.done(request().id(), DONE, now);
  }
}
