package io.countersign.journal;

import io.countersign.audit.Chain;

/**
 * Where a project's journal ends.
 *
 * @param sequence the number of its last deed, 0 before the first
 * @param hash of that deed, in the hash chain
 */
public record Tip(long sequence, String hash) {
  /** Of a journal without deeds. */
  public static final Tip NONE = new Tip(0, Chain.START);
}
