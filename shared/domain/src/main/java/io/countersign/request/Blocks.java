package io.countersign.request;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.explain.Reason;
import io.countersign.policy.Rules;
import io.countersign.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What blocks a request besides missing approvals: rules 5, 6 and 8. */
final class Blocks {
  private Blocks() {}

  static List<Reason> of(Request state) {
    List<Reason> reasons = new ArrayList<>();
    if (state.dead() && state.stopped() != null) {
      reasons.add(state.stopped());
    }
    for (Vote vote : state.votes().values()) {
      if (vote.decision() == Decision.REJECT) {
        reasons.add(
            new Reason(
                "rejection-stands",
                "A rejection stands until its voter changes it.",
                new TreeSet<>(Set.of(vote.voter()))));
      }
    }
    return reasons;
  }

  /** The author must still be active and entitled to propose there (rule 6). */
  static List<Reason> ofAuthor(Request state, Revision revision, Rules rules, Directory directory) {
    List<Reason> reasons = new ArrayList<>();
    for (ActorId author : revision.authors()) {
      Actor actor = directory.actor(author);
      boolean entitled =
          actor != null
              && state.documents().stream()
                  .allMatch(
                      document ->
                          rules.access().allows(actor, Permission.SECRETS_PROPOSE, document));
      if (!entitled) {
        reasons.add(
            Reason.of(
                "author-not-entitled",
                "Its author may not propose changes there any more; somebody who may must submit it"
                    + " anew."));
      }
    }
    return reasons;
  }
}
