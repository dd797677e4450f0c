package io.countersign.explore.rules;

import java.util.Set;

/** What stands between one person and other rules; an exploration can leave one out. */
enum Guard {
  /** Changes of rules are asked for, where others have a say. */
  ASKED,
  /** Only a deactivation acts at once, and nothing that comes with one. */
  ONLY_DEACTIVATION,
  /** Nobody approves their own request. */
  AUTHOR,
  /** Nobody approves what a machine of theirs has written. */
  OWNER,
  /** A vote is of no worth for another revision. */
  SEEN,
  /** What was written against other rules than those of now is not applied. */
  BASE,
  /** What was harmless beside other rules than those of now is not applied. */
  SURROUNDINGS,
  /** Nobody agrees to what was written beside other rules than those of now. */
  LOOKED,
  /** What was decided on other rules or another request than those of now is not committed. */
  COUNTER;

  /** One of these is broken without it. */
  Set<Promise> keeps() {
    return switch (this) {
      case ASKED, AUTHOR, OWNER, SEEN ->
          Set.of(Promise.LATER, Promise.OPEN, Promise.GUARDED, Promise.ALONE);
      case ONLY_DEACTIVATION -> Set.of(Promise.IDENTITY);
      case BASE, SURROUNDINGS, LOOKED, COUNTER -> Set.of(Promise.LATER, Promise.OPEN);
    };
  }
}
