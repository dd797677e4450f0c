package io.countersign.request;

import io.countersign.directory.ActorId;
import io.countersign.directory.Grant;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.project.DocumentId;
import io.countersign.revision.Digest;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.revision.RequestId;
import io.countersign.revision.Scope;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change request as its events left it. Whether it is agreed is not in here: that is computed,
 * with reasons, by {@link Agreement}.
 *
 * @param author of the present revision
 * @param scope what the present revision is about
 * @param sequence the number of its last event, from 1
 * @param announced whether the present revision's agreement was already made known
 * @param ending what merges have made of it so far
 */
public record Request(
    RequestId id,
    Status status,
    ActorId author,
    String title,
    Instant createdAt,
    int revision,
    Digest digest,
    Scope scope,
    @Nullable Instant expiresAt,
    SortedMap<PersonId, Vote> votes,
    boolean announced,
    Ending ending,
    long sequence) {

  /** The documents that it touches; none where it asks for access. */
  public List<DocumentId> documents() {
    return scope.documents();
  }

  /** The access that it has given, or whose end it has moved; null where none was given by it. */
  public @Nullable Granted granted() {
    return ending.granted();
  }

  /** Why the last merge applied nothing, or null. */
  public @Nullable Reason stopped() {
    return ending.stopped();
  }

  /** Whether the present revision can never be merged. */
  public boolean dead() {
    return ending.dead();
  }

  /** What the merge left, once there was one. */
  public List<Landed> landed() {
    return ending.landed();
  }

  /**
   * What there is to know of a merge that goes or went around its approvers, or of an earlier one
   * whose values were live until it was undone; or null.
   */
  public @Nullable Unreviewed unreviewed() {
    return ending.unreviewed() == null ? ending.undone() : ending.unreviewed();
  }

  /** What a failed merge left, document by document; empty where none did. */
  public List<Remains> remains() {
    return ending.remains();
  }

  /** Whose approvals stand. */
  public SortedSet<PersonId> approving() {
    return voting(Decision.APPROVE);
  }

  /** Whose rejections stand. */
  public SortedSet<PersonId> rejecting() {
    return voting(Decision.REJECT);
  }

  private SortedSet<PersonId> voting(Decision decision) {
    return votes.values().stream()
        .filter(vote -> vote.decision() == decision)
        .map(vote -> vote.voter())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether its time is over, although nobody may have written that down yet. */
  public boolean overdue(Instant now) {
    return status == Status.OPEN && late(now);
  }

  /** Whether the time that it had to be merged in is over. */
  boolean late(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** The state before the first event is none: a request begins with its submission. */
  static Request begun(RequestId id, Event.Submitted event, Instant at) {
    return new Request(
        id,
        Status.OPEN,
        event.author(),
        event.title(),
        at,
        event.revision(),
        event.digest(),
        event.scope(),
        event.expiresAt(),
        new TreeMap<>(),
        false,
        Ending.NONE,
        1);
  }

  /** Nothing of the former revision is left: no vote, no agreement, no conflict. */
  Request revised(Event.Revised event) {
    return new Request(
        id,
        status,
        event.author(),
        event.title(),
        createdAt,
        event.revision(),
        event.digest(),
        event.scope(),
        event.expiresAt(),
        new TreeMap<>(),
        false,
        ending.revised(),
        sequence);
  }

  Request with(Status next) {
    return copy(next, expiresAt, votes, announced, ending);
  }

  Request with(Vote vote) {
    SortedMap<PersonId, Vote> cast = new TreeMap<>(votes);
    if (vote.decision() == Decision.RETRACT) {
      cast.remove(vote.voter());
    } else {
      cast.put(vote.voter(), vote);
    }
    return copy(status, expiresAt, cast, announced, ending);
  }

  Request agreed(@Nullable Instant mergeBy) {
    return copy(status, mergeBy == null ? expiresAt : mergeBy, votes, true, ending);
  }

  Request with(Status next, Ending made) {
    return copy(next, expiresAt, votes, announced, made);
  }

  private Request copy(
      Status nextStatus,
      @Nullable Instant nextExpiry,
      SortedMap<PersonId, Vote> nextVotes,
      boolean nextAnnounced,
      Ending nextEnding) {
    return new Request(
        id,
        nextStatus,
        author,
        title,
        createdAt,
        revision,
        digest,
        scope,
        nextExpiry,
        nextVotes,
        nextAnnounced,
        nextEnding,
        sequence);
  }

  Request at(long nextSequence) {
    return new Request(
        id,
        status,
        author,
        title,
        createdAt,
        revision,
        digest,
        scope,
        expiresAt,
        votes,
        announced,
        ending,
        nextSequence);
  }

  /**
   * What merges have made of a request so far.
   *
   * @param stopped why the last merge applied nothing, or not everything; null when there was none
   * @param dead whether the present revision can never be merged
   * @param landed what the merge left, once there was one
   * @param remains what the last merge left where it failed, document by document; else empty
   * @param unreviewed what there is to know of a merge that goes or went around its approvers; null
   *     where none does
   * @param undone the same of the last one that had failed and was taken back: its values were live
   *     for a while; null where none were
   * @param granted the access that the merge gave, or whose end it moved; null where it gave none
   */
  public record Ending(
      @Nullable Reason stopped,
      boolean dead,
      List<Landed> landed,
      List<Remains> remains,
      @Nullable Unreviewed unreviewed,
      @Nullable Unreviewed undone,
      @Nullable Granted granted) {
    /** Nothing yet. */
    public static final Ending NONE =
        new Ending(null, false, List.of(), List.of(), null, null, null);

    /** Of another revision: all that stays is what is still to be looked at. */
    Ending revised() {
      return new Ending(null, false, List.of(), List.of(), null, undone, null);
    }

    Ending landed(List<Landed> documents) {
      return new Ending(null, dead, documents, List.of(), unreviewed, undone, granted);
    }

    /** The next merge begins, with what there is to know of one without agreement, or null. */
    Ending started(@Nullable Unreviewed around) {
      return new Ending(stopped, dead, landed, remains, around, undone, granted);
    }

    /**
     * Nothing is applied, any more: what went around its approvers did so only if it had failed.
     */
    Ending stoppedBy(Reason reason, boolean forGood) {
      boolean live = unreviewed != null && !remains.isEmpty();
      return new Ending(
          reason, forGood, landed, List.of(), null, live ? unreviewed : undone, granted);
    }

    /** An approver has looked at what went around them. */
    Ending reviewed(Reviewed look) {
      return new Ending(
          stopped, dead, landed, remains, seen(unreviewed, look), seen(undone, look), granted);
    }

    private static @Nullable Unreviewed seen(@Nullable Unreviewed around, Reviewed look) {
      return around == null || around.reviewed != null
          ? around
          : new Unreviewed(around.reason, around.at, look);
    }

    /** Some documents hold the change, by the same right as the whole was to. */
    Ending failedWith(Reason reason, List<Remains> left) {
      return new Ending(reason, true, landed, left, unreviewed, undone, granted);
    }

    Ending granting(Granted access) {
      return new Ending(stopped, dead, landed, remains, unreviewed, undone, access);
    }
  }

  /**
   * Access for a limited time.
   *
   * @param end what is known of its end, or null where nobody has noticed or caused one yet
   */
  public record Granted(Grant grant, @Nullable End end) {
    /** Whether another request gave it first, which knows of its end; this one moved that. */
    public boolean elsewhere(RequestId request) {
      return !grant.id().value().equals(request.toString());
    }

    /**
     * The end of access.
     *
     * @param by who caused it, or null where its time was over
     */
    public record End(Instant at, @Nullable ActorId by) {}
  }

  /**
   * A merge that goes around its approvers (rule 7), from its start on.
   *
   * @param reviewed when an approver had looked at it afterwards, or null until then
   */
  public record Unreviewed(String reason, Instant at, @Nullable Reviewed reviewed) {}

  /** Who has looked at it, and when. */
  public record Reviewed(PersonId by, Instant at) {}
}
