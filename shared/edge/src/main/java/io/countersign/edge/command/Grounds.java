package io.countersign.edge.command;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.policy.Rules;
import io.countersign.remedy.Clearing;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

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
  public Grounds {
    revision = revision.in(directory);
  }

  /**
   * Reads what else the command rests on, after the counters.
   *
   * @throws ProblemException 403 for who is nobody here, 404 for what is not there for the actor
   */
  public static Grounds of(Store store, Reading read, Caller caller, RequestId id) {
    Actor actor = Actors.require(read.actor(), caller);
    Head head = read.head();
    Counters counters = Objects.requireNonNull(read.counters(), "asked for");
    Rules rules = store.rules(counters);
    if (head == null || rules == null) {
      throw Problem.notFound().asException();
    }
    Revision revision = Situation.present(store, read, head);
    if (!Requester.mayRead(actor, head.request(), revision, rules.access())) {
      throw Problem.notFound().asException();
    }
    Directory directory = store.directory(counters);
    return new Grounds(
        Actors.require(actor, directory, caller), head, revision, rules, directory, counters);
  }

  public Request request() {
    return head.request();
  }

  /** Who could clear what the command is refused for. */
  public Clearing clearing() {
    return clearing(request());
  }

  /** The same, once more has happened to the request. */
  public Clearing clearing(Request after) {
    return new Clearing(after, revision, rules, directory);
  }

  public Sight sight() {
    return new Sight(actor, rules.access(), directory);
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
