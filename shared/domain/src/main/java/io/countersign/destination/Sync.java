package io.countersign.destination;

import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of pushing one document of a merged request to one destination.
 *
 * @param versionId the version that was pushed, or the merged one while none was
 * @param reason why it failed or waits, or null
 * @param names the keys that the destination does not hold as they are in the document
 * @param at when it came to this
 */
public record Sync(
    RequestId request,
    DestinationId destination,
    DocumentId document,
    String versionId,
    Status status,
    @Nullable String reason,
    List<String> names,
    Instant at) {
  /** How far it came. */
  public enum Status {
    SYNCED,
    FAILED,
    WAITING
  }
}
