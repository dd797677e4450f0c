package io.countersign.query;

import io.countersign.directory.Actor;
import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.explain.Reason;
import io.countersign.policy.Rules;
import io.countersign.request.Agreement;
import io.countersign.request.Assessment;
import io.countersign.request.Eligibility;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Everything that a request's page rests on. */
record Look(Actor actor, Request request, Revision revision, Rules rules, Directory directory) {

  Assessment assessment() {
    return Agreement.of(
        request, revision, rules.bind(request.documents(), directory), Agreement.Now.of(directory));
  }

  /** Whose votes do not count, but where a policy lets authors approve. */
  SortedSet<ActorId> barred() {
    return revision.barred(directory);
  }

  /** What keeps it from being merged; nothing once it has left OPEN. */
  List<Reason> reasons() {
    return request.status() == Status.OPEN
        ? Agreement.beforeMerge(request, revision, rules, directory)
        : List.of();
  }

  /** What the reader may do with it, in the API's words. */
  List<String> may(Instant now) {
    List<String> may = new ArrayList<>();
    if (request.status() == Status.OPEN && !request.overdue(now)) {
      if (Eligibility.of(actor, revision) == Eligibility.ELIGIBLE) {
        may.add("approve");
        may.add("reject");
      }
      if (Requester.mayMerge(actor, request, revision, rules.access())) {
        may.add("merge");
      }
      if (Requester.mayWithdraw(actor, request, rules.access())) {
        may.add("withdraw");
      }
    }
    if (request.status() != Status.MERGING) {
      may.add("comment");
    }
    return may;
  }
}
