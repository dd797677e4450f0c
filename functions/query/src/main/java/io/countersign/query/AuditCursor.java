package io.countersign.query;

import io.countersign.revision.RequestId;
import io.countersign.store.Trail.Place;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of an export ended.
 *
 * @param place of its last request
 * @param sequence of the last event, where the request has more; else 0
 */
record AuditCursor(Place place, long sequence) {
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (place.createdAt() + " " + place.request() + " " + sequence)
                .getBytes(StandardCharsets.UTF_8));
  }

  /** One that we gave, or null for anything else. */
  static @Nullable AuditCursor read(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      AuditCursor cursor =
          new AuditCursor(
              new Place(Instant.parse(parts[0]), RequestId.parse(parts[1])),
              Long.parseLong(parts[2]));
      return cursor.text().equals(text) && cursor.sequence() >= 0 ? cursor : null;
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }
}
