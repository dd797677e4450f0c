package io.countersign.edge.command;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.policy.Rules;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import java.time.Instant;
import java.util.List;

/**
 * What a command that rests on rules and people was read into.
 *
 * @param counters read before the rules and the directory
 */
public record Grounds(
    Actor actor,
    Head head,
    Revision revision,
    Rules rules,
    Directory directory,
    Counters counters) {

  public Request request() {
    return head.request();
  }

  /** The plan to apply the revision, which whoever is woken for it takes in hand. */
  public Plan plan() {
    return Plan.of(revision, rules, Lease.FREE);
  }

  /** What happened, to be committed while the rules and people are as they were read. */
  public Commit commit(List<Event> events, Instant now) {
    return Commit.of(request().id(), head, events, now).resting(counters);
  }
}
