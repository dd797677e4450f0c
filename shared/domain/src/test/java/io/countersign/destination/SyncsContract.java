package io.countersign.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.destination.Sync.Status;
import io.countersign.name.DocumentPath;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of syncs promises. */
public abstract class SyncsContract {
  private static final RequestId REQUEST = RequestId.parse("payments-7");

  /** An empty one. */
  protected abstract Syncs syncs();

  @Test
  void theLastRecordOfADocumentAtADestinationStays() {
    Syncs syncs = syncs();
    syncs.record(sync("ssm", "/db", Status.WAITING));
    syncs.record(sync("ssm", "/db", Status.FAILED));
    syncs.record(sync("ssm", "/api", Status.SYNCED));
    syncs.record(sync("other", "/db", Status.SYNCED));
    assertThat(syncs.of(REQUEST))
        .containsExactly(
            sync("other", "/db", Status.SYNCED),
            sync("ssm", "/api", Status.SYNCED),
            sync("ssm", "/db", Status.FAILED));
    assertThat(syncs.of(RequestId.parse("payments-70"))).isEmpty();
  }

  @Test
  void whatIsThereIsNotBegunAnew() {
    Syncs syncs = syncs();
    Sync waiting = sync("ssm", "/db", Status.WAITING);
    assertThat(syncs.begin(waiting)).isEqualTo(waiting);
    Sync failed = sync("ssm", "/db", Status.FAILED);
    syncs.record(failed);
    assertThat(syncs.begin(waiting)).isEqualTo(failed);
    assertThat(syncs.of(REQUEST)).containsExactly(failed);
  }

  private static Sync sync(String destination, String path, Status status) {
    return new Sync(
        REQUEST,
        new DestinationId(destination),
        new DocumentId(new EnvironmentId("prod"), new DocumentPath(path)),
        "version-1",
        status,
        status == Status.FAILED ? "EMPTY: the value is empty" : null,
        status == Status.FAILED ? List.of("EMPTY") : List.of(),
        status == Status.FAILED ? 3 : 0,
        Instant.parse("2026-03-02T12:00:00Z"),
        status == Status.FAILED ? Instant.parse("2026-03-02T13:00:00Z") : null);
  }
}
