package io.countersign.waiting;

import io.countersign.request.Request;
import io.countersign.revision.RequestId;

/** The list of each person, as it is kept. */
public interface WaitingLists {
  /** How many people may be put on lists or taken off at once: with the note itself 60 items. */
  int MOST = 59;

  Noted noted(RequestId request);

  /**
   * Puts the request on the lists of those who are new, and takes it off those who are not there
   * any more: all of it or nothing.
   *
   * @param after the next version; differs from {@code before} in at most {@value #MOST} people
   * @return false when somebody else noted something meanwhile
   */
  boolean note(Request request, Noted before, Noted after);
}
