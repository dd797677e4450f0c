package io.countersign.audit;

/** What became of an export on its way. */
public sealed interface Verdict {
  /**
   * Every record is there, in order and as it was written.
   *
   * @param events of the requests, and deeds of the journal
   */
  record Whole(long requests, long events) implements Verdict {}

  /**
   * It was tampered with, or is not all of it.
   *
   * @param line the number of the line where that shows, from 1
   * @param record the first record that is concerned, for example {@code event 3 of payments-1}
   * @param problem what is wrong with it
   */
  record Broken(long line, String record, String problem) implements Verdict {}
}
