package io.countersign.store;

import io.countersign.directory.Subject;
import io.countersign.project.ProjectId;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * What a command needs to read; null is not asked for.
 *
 * @param digest of the revision that is wanted together with the state
 * @param repeat the hashed idempotency key
 * @param counters the project whose counters are wanted, before its rules are read
 */
public record Ask(
    @Nullable Subject subject,
    @Nullable RequestId request,
    @Nullable Digest digest,
    @Nullable String repeat,
    @Nullable ProjectId counters) {

  /** Only who that is. */
  public static Ask who(Subject subject) {
    return new Ask(subject, null, null, null, null);
  }

  /** Only where the request stands. */
  public static Ask state(RequestId request) {
    return new Ask(null, request, null, null, null);
  }
}
