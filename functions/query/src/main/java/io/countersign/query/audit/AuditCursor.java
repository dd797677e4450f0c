package io.countersign.query.audit;

import io.countersign.project.ProjectId;
import io.countersign.query.reading.Cursor;
import io.countersign.revision.RequestId;
import io.countersign.store.Trail.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a page of an export ended. */
sealed interface AuditCursor {
  /** The project whose export it is. */
  ProjectId project();

  String text();

  /**
   * In the journal.
   *
   * @param sequence of the last deed
   */
  record InJournal(ProjectId project, long sequence) implements AuditCursor {
    @Override
    public String text() {
      return Cursor.text(project, sequence);
    }
  }

  /**
   * At a request.
   *
   * @param place of the last request
   * @param sequence of the last event, where the request has more; else 0
   */
  record AtRequest(Place place, long sequence) implements AuditCursor {
    @Override
    public ProjectId project() {
      return place.request().project();
    }

    @Override
    public String text() {
      return Cursor.text(place.createdAt(), place.request(), sequence);
    }
  }

  /** One that we gave, or null for anything else. */
  static @Nullable AuditCursor read(String text) {
    return Cursor.read(text, AuditCursor::of, AuditCursor::text);
  }

  private static AuditCursor of(String[] parts) {
    return parts.length == 2
        ? new InJournal(new ProjectId(parts[0]), number(parts[1], 1))
        : new AtRequest(
            new Place(Instant.parse(parts[0]), RequestId.parse(parts[1])), number(parts[2], 0));
  }

  private static long number(String text, long least) {
    long number = Long.parseLong(text);
    if (number < least) {
      throw new IllegalArgumentException("less than " + least);
    }
    return number;
  }
}
