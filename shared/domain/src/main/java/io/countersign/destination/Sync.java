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
 * @param versionId the version that the request made
 * @param reason why it failed or waits, or null
 * @param names the keys that the destination does not hold as they are in the document
 * @param attempts how often in a row it could not be brought
 * @param at when it came to this
 * @param nextTry when it is tried again, or null where nothing is to be done
 */
public record Sync(
    RequestId request,
    DestinationId destination,
    DocumentId document,
    String versionId,
    Status status,
    @Nullable String reason,
    List<String> names,
    int attempts,
    Instant at,
    @Nullable Instant nextTry) {
  /** How far it came. */
  public enum Status {
    SYNCED,
    FAILED,
    WAITING,
    /** A newer version was brought instead. */
    SUPERSEDED
  }

  /** Asked for, and not there yet. */
  public static Sync waiting(
      RequestId request,
      DestinationId destination,
      DocumentId document,
      String version,
      Instant at) {
    return new Sync(
        request, destination, document, version, Status.WAITING, null, List.of(), 0, at, null);
  }

  /** What it came to by what stands at the destination now. */
  public Sync by(Standing now) {
    boolean brought = now.due() == null && now.versionId() != null;
    boolean older = brought && !versionId.equals(now.versionId());
    return new Sync(
        request,
        destination,
        document,
        versionId,
        older ? Status.SUPERSEDED : now.status(),
        older ? "version " + now.versionId() + " is there instead" : now.reason(),
        older ? List.of() : now.names(),
        now.attempts(),
        now.at(),
        now.due());
  }
}
