package io.countersign.store;

import io.countersign.link.Ballot;
import io.countersign.merge.Plan;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transaction on one request.
 *
 * @param before the state as read, or null for a new request
 * @param plan the plan to keep, or null for none
 * @param events what happened, in order; none when only the plan moves on
 * @param revision a new revision, or null
 * @param unchanged the counters that the decision rests on, or null
 * @param repeat the idempotency record, done, or null
 * @param ballot the one that a vote by mail uses up, or null
 * @param entries what it writes of the registry; none but where a change of rules is merged
 */
public record Commit(
    @Nullable Head before,
    Request after,
    @Nullable Plan plan,
    List<Event> events,
    Instant at,
    @Nullable Revision revision,
    @Nullable Counters unchanged,
    @Nullable Repeat repeat,
    @Nullable Ballot ballot,
    List<Entry> entries) {
  /** Of anything but a vote by mail or a change of rules. */
  public Commit(
      @Nullable Head before,
      Request after,
      @Nullable Plan plan,
      List<Event> events,
      Instant at,
      @Nullable Revision revision,
      @Nullable Counters unchanged,
      @Nullable Repeat repeat) {
    this(before, after, plan, events, at, revision, unchanged, repeat, null, List.of());
  }

  /** What the events make of the request, to be committed; its plan stays as long as its status. */
  public static Commit of(RequestId id, @Nullable Head before, List<Event> events, Instant at) {
    Request after = Requests.evolve(id, before == null ? null : before.request(), events, at);
    Plan plan =
        before != null && before.request().status() == after.status() ? before.plan() : null;
    return new Commit(before, after, plan, events, at, null, null, null);
  }

  /** Whether it rests on the request's time not being over; expiry and what is only said do not. */
  public boolean inTime() {
    return !events.stream()
        .allMatch(
            event ->
                event instanceof Event.Commented
                    || event instanceof Event.Trouble
                    || event instanceof Event.Expired);
  }

  /** Whether it changes what the rules of its project allow: access for a time, or themselves. */
  public boolean movesRules() {
    return entries.stream().anyMatch(Entry::ofProject)
        || events.stream()
            .anyMatch(
                event ->
                    event instanceof Event.AccessGranted || event instanceof Event.AccessEnded);
  }

  /** Whether it changes what holds for every project. */
  public boolean movesDirectory() {
    return entries.stream().anyMatch(Entry::everywhere);
  }

  /** The plan whose secrets are locked: one that is still carried out. */
  public @Nullable Plan locking() {
    return after.status() == Status.FAILED ? null : plan;
  }

  public Commit with(Plan next) {
    return new Commit(
        before, after, next, events, at, revision, unchanged, repeat, ballot, entries);
  }

  public Commit with(Revision made) {
    return new Commit(before, after, plan, events, at, made, unchanged, repeat, ballot, entries);
  }

  public Commit resting(Counters counters) {
    return new Commit(before, after, plan, events, at, revision, counters, repeat, ballot, entries);
  }

  public Commit repeatable(@Nullable Repeat record) {
    return new Commit(
        before, after, plan, events, at, revision, unchanged, record, ballot, entries);
  }

  /** Writes these of the registry, too. */
  public Commit writing(List<Entry> rules) {
    return new Commit(before, after, plan, events, at, revision, unchanged, repeat, ballot, rules);
  }

  /** Uses up the ballot, which nobody may have used or replaced, and whose time is not over. */
  public Commit spending(Ballot used) {
    return new Commit(before, after, plan, events, at, revision, unchanged, repeat, used, entries);
  }
}
