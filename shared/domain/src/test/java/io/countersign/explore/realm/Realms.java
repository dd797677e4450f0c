package io.countersign.explore.realm;

import java.util.List;

/** The realms that are explored, each about a few things that can come between each other. */
public final class Realms {
  private Realms() {}

  /** All of them. */
  public static List<Realm> all() {
    return List.of(
        Agreeing.VOTES,
        Agreeing.SECOND_ACCOUNT,
        Ruling.RULES,
        Ruling.STALE,
        Ruling.UNPROTECTED,
        Agreeing.TIME,
        Agreeing.MACHINE,
        Agreeing.AUTOMATIC,
        Editing.REVISIONS,
        Editing.BYPASS,
        Editing.PAIRS,
        Merging.CRASHES,
        Merging.LATE,
        Merging.OTHERS,
        Merging.RETURNS,
        Meeting.TWO_REQUESTS,
        Meeting.NEW_DOCUMENT,
        Meeting.LOCKS,
        Failing.FAILURES,
        Failing.AROUND,
        Failing.LEAVING,
        Merging.TAMPERED);
  }
}
