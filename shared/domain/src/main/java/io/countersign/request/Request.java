package io.countersign.request;

import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.project.DocumentId;
import io.countersign.revision.Digest;
import io.countersign.revision.Landed;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change request as its events left it. Whether it is agreed is not in here: that is computed,
 * with reasons, by {@link Agreement}.
 *
 * @param sequence the number of its last event, from 1
 * @param announced whether the present revision's agreement was already made known
 * @param stopped why the last merge applied nothing, or null
 * @param dead whether the present revision can never be merged
 * @param landed what the merge left, once there was one
 */
public record Request(
    RequestId id,
    Status status,
    PersonId author,
    String title,
    Instant createdAt,
    int revision,
    Digest digest,
    List<DocumentId> documents,
    @Nullable Instant expiresAt,
    SortedMap<PersonId, Vote> votes,
    boolean announced,
    @Nullable Reason stopped,
    boolean dead,
    List<Landed> landed,
    long sequence) {

  /** Whether its time is over, although nobody may have written that down yet. */
  public boolean overdue(Instant now) {
    return status == Status.OPEN && expiresAt != null && !now.isBefore(expiresAt);
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
        event.documents(),
        event.expiresAt(),
        new TreeMap<>(),
        false,
        null,
        false,
        List.of(),
        1);
  }

  Request with(Status next) {
    return copy(next, votes, announced, stopped, dead, landed);
  }

  Request with(Vote vote) {
    SortedMap<PersonId, Vote> cast = new TreeMap<>(votes);
    cast.put(vote.voter(), vote);
    return copy(status, cast, announced, stopped, dead, landed);
  }

  Request withAgreementAnnounced() {
    return copy(status, votes, true, stopped, dead, landed);
  }

  Request with(Status next, List<Landed> documents) {
    return copy(next, votes, announced, null, dead, documents);
  }

  Request stoppedBy(Status next, Reason reason, boolean forGood) {
    return copy(next, votes, announced, reason, forGood, landed);
  }

  private Request copy(
      Status nextStatus,
      SortedMap<PersonId, Vote> nextVotes,
      boolean nextAnnounced,
      @Nullable Reason nextStopped,
      boolean nextDead,
      List<Landed> nextLanded) {
    return new Request(
        id,
        nextStatus,
        author,
        title,
        createdAt,
        revision,
        digest,
        documents,
        expiresAt,
        nextVotes,
        nextAnnounced,
        nextStopped,
        nextDead,
        nextLanded,
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
        documents,
        expiresAt,
        votes,
        announced,
        stopped,
        dead,
        landed,
        nextSequence);
  }
}
