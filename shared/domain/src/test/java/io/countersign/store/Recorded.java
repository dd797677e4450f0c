package io.countersign.store;

/**
 * An event as it lies in the table.
 *
 * @param text what its hash is over
 */
public record Recorded(long sequence, String text, String previous, String hash) {}
