package io.countersign.revision;

/**
 * Where one entry lies.
 *
 * @param token of the {@link Batch}
 * @param entry its number in the batch, from 0
 */
public record Place(String token, int entry) {}
