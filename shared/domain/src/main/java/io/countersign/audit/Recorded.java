package io.countersign.audit;

/**
 * An event of a request, or a deed of a journal, as it lies in the table.
 *
 * @param sequence from 1, without gaps
 * @param text what its hash is over, to the byte
 * @param previous the hash of the event before, {@link Chain#START} for the first
 */
public record Recorded(long sequence, String text, String previous, String hash) {

  /** Whether the hash is that of this text after that predecessor. */
  public boolean sound() {
    return Chain.next(previous, text).equals(hash);
  }

  /** Whether the text itself says that it is this event of that chain. */
  boolean names(String chain) {
    return text.startsWith("{\"id\":\"" + chain + "#" + sequence + "\",");
  }
}
