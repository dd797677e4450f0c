package io.countersign.revision;

import java.util.List;

/**
 * Values that were written together, as one text over several parts.
 *
 * @param token of the revision that wrote them
 * @param parts in order
 */
public record Batch(String token, List<Part> parts) {
  boolean holds(Origin origin) {
    return token.equals(origin.value().token()) || token.equals(origin.bases().token());
  }
}
