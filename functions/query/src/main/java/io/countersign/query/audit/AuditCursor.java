package io.countersign.query.audit;

import io.countersign.query.reading.Cursor;
import io.countersign.revision.RequestId;
import io.countersign.store.Trail.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of an export ended.
 *
 * @param place of its last request
 * @param sequence of the last event, where the request has more; else 0
 */
record AuditCursor(Place place, long sequence) {
  String text() {
    return Cursor.text(place.createdAt(), place.request(), sequence);
  }

  /** One that we gave, or null for anything else. */
  static @Nullable AuditCursor read(String text) {
    AuditCursor cursor = Cursor.read(text, AuditCursor::of, AuditCursor::text);
    return cursor != null && cursor.sequence() >= 0 ? cursor : null;
  }

  private static AuditCursor of(String[] parts) {
    return new AuditCursor(
        new Place(Instant.parse(parts[0]), RequestId.parse(parts[1])), Long.parseLong(parts[2]));
  }
}
