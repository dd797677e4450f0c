package io.countersign.revision;

/**
 * Where what belongs to an operation lies: never in a revision that only refers to another, so that
 * the value of an operation that was kept again and again is where it was first written.
 *
 * @param value the place of the proposed value and its nonce
 * @param bases the place of the nonces of what it was written against
 */
public record Origin(Place value, Place bases) {
  /** All in one place. */
  public static Origin at(Place place) {
    return new Origin(place, place);
  }
}
