package io.countersign.query.list;

import io.countersign.query.reading.Cursor;
import io.countersign.revision.RequestId;
import io.countersign.store.Catalog.Before;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of requests ended, as a text; a request that the reader may not see is not in it.
 */
final class ListCursor {
  private static final String NONE = "-";

  private ListCursor() {}

  static String text(Before place) {
    return Cursor.text(place.createdAt(), place.request() == null ? NONE : place.request());
  }

  /** One that we gave, or null for anything else. */
  static @Nullable Before read(String text) {
    return Cursor.read(text, ListCursor::of, ListCursor::text);
  }

  private static Before of(String[] parts) {
    return new Before(
        Instant.parse(parts[0]), parts[1].equals(NONE) ? null : RequestId.parse(parts[1]));
  }
}
