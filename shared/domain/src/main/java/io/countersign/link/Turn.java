package io.countersign.link;

import java.util.Comparator;

/**
 * Which of the mails that ask for votes on a request.
 *
 * @param asked the number of the event by which approvers were asked
 * @param reminder of that event, from 1; 0 for the first mail
 */
public record Turn(long asked, int reminder) implements Comparable<Turn> {
  @Override
  public int compareTo(Turn other) {
    return Comparator.comparingLong(Turn::asked)
        .thenComparingInt(Turn::reminder)
        .compare(this, other);
  }
}
