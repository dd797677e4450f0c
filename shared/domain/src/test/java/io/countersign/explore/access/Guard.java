package io.countersign.explore.access;

import java.util.Set;

/** What stands between access and its misuse; an exploration can leave one out. */
enum Guard {
  /** Nobody's access is given without the approvals that its policies ask for. */
  AGREEMENT,
  /** It goes around its approvers only where the policies of now let its author. */
  BYPASS,
  /** It is decided again when the request has changed since it was read. */
  VERSION,
  /** It is decided again when a rule has changed since they were read. */
  COUNTER,
  /** The shortest approval says for how long. */
  SHORTEST,
  /** And so does the policy of now. */
  CAP,
  /** Rules allow what holds at the moment of their reader. */
  INTERVAL,
  /** They allow it to whom it was given. */
  HOLDER,
  /** Access that is given or ended moves the counter of the rules. */
  BUMP,
  /** What has ended is not extended: neither the decision nor the store does. */
  REVIVAL,
  /** A request to extend it is open no longer than it lasts. */
  LATENESS,
  /** The clock ends nothing whose time is not over. */
  OVER,
  /** The end of the request and the access are written together. */
  WHOLE;

  /** One of these is broken without it. */
  Set<Promise> keeps() {
    return switch (this) {
      case AGREEMENT, BYPASS -> Set.of(Promise.AGREED);
      case VERSION -> Set.of(Promise.AGREED, Promise.NO_LONGER);
      case COUNTER -> Set.of(Promise.NO_LONGER, Promise.NOT_AFTER_ITS_END);
      case SHORTEST, CAP -> Set.of(Promise.NO_LONGER);
      case INTERVAL -> Set.of(Promise.IN_ITS_TIME);
      case HOLDER -> Set.of(Promise.ITS_HOLDERS);
      case BUMP -> Set.of(Promise.NOT_AFTER_ITS_END, Promise.IN_ITS_TIME, Promise.ENDED_IN_TIME);
      case REVIVAL, LATENESS -> Set.of(Promise.NEVER_REVIVED);
      case OVER -> Set.of(Promise.ENDED_IN_TIME);
      case WHOLE -> Set.of(Promise.ALL_OR_NOTHING);
    };
  }
}
