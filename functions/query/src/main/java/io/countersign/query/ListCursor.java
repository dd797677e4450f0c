package io.countersign.query;

import io.countersign.revision.RequestId;
import io.countersign.store.Catalog.Before;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of requests ended, as a text; a request that the reader may not see is not in it.
 */
final class ListCursor {
  private static final String NONE = "-";

  private ListCursor() {}

  static String text(Before place) {
    String request = place.request() == null ? NONE : place.request().toString();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((place.createdAt() + " " + request).getBytes(StandardCharsets.UTF_8));
  }

  /** One that we gave, or null for anything else. */
  static @Nullable Before read(String text) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
      Before place =
          new Before(
              Instant.parse(parts[0]), parts[1].equals(NONE) ? null : RequestId.parse(parts[1]));
      return text(place).equals(text) ? place : null;
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }
}
