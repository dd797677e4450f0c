package io.countersign.request;

import io.countersign.directory.ActorId;
import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.revision.Digest;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.revision.Scope;
import io.countersign.rule.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What happened to a request; the names are the words of design §7. */
public sealed interface Event {
  /**
   * The first revision was made.
   *
   * @param expiresAt when it ends by itself, or null when nothing governs it
   */
  record Submitted(
      ActorId author,
      int revision,
      Digest digest,
      String title,
      Scope scope,
      @Nullable Instant expiresAt)
      implements Event {
    /** Of a change set. */
    public Submitted(
        ActorId author,
        int revision,
        Digest digest,
        String title,
        List<DocumentId> documents,
        @Nullable Instant expiresAt) {
      this(author, revision, digest, title, new Scope.OfDocuments(documents), expiresAt);
    }
  }

  /**
   * A new revision was made, which has no votes.
   *
   * @param author of it, and from now on of the request
   * @param expiresAt when it ends by itself, or null when nothing governs it
   */
  record Revised(
      ActorId author,
      int revision,
      Digest digest,
      String title,
      Scope scope,
      @Nullable Instant expiresAt)
      implements Event {
    /** Of a change set. */
    public Revised(
        ActorId author,
        int revision,
        Digest digest,
        String title,
        List<DocumentId> documents,
        @Nullable Instant expiresAt) {
      this(author, revision, digest, title, new Scope.OfDocuments(documents), expiresAt);
    }
  }

  /**
   * A vote was cast.
   *
   * @param via how its voter was known
   * @param lasting for how long at most it lets access be given, or null where it leaves that open
   */
  record Voted(
      PersonId voter,
      Digest digest,
      Decision decision,
      String comment,
      Via via,
      @Nullable Duration lasting)
      implements Event {
    /** One that limits nothing. */
    public Voted(PersonId voter, Digest digest, Decision decision, String comment, Via via) {
      this(voter, digest, decision, comment, via, null);
    }

    /** By somebody signed in. */
    public Voted(PersonId voter, Digest digest, Decision decision, String comment) {
      this(voter, digest, decision, comment, Via.SIGN_IN);
    }
  }

  /** How a voter was known. */
  enum Via {
    SIGN_IN,
    /** By the link in a mail and the code in its text, which prove the mailbox only. */
    MAIL
  }

  /**
   * For the first time in this revision, all policies as bound were met.
   *
   * @param mergeBy when it ends unless it is merged; null leaves its time as it was
   * @param automatic whether the merge is to begin by itself
   */
  record Agreed(Digest digest, @Nullable Instant mergeBy, boolean automatic) implements Event {}

  record Rejected(Digest digest) implements Event {}

  record Withdrawn(ActorId by, String reason) implements Event {}

  record Expired() implements Event {}

  record Commented(ActorId by, String text) implements Event {}

  /** By what right a merge was started. */
  enum Mode {
    /** Its approvers have agreed, or nothing governs what it touches. */
    MERGE,
    /** Its author goes around them (rule 7). */
    BYPASS,
    /** It had failed and is to be brought to its end, by the right that it was first started by. */
    FINISH,
    /** It had failed and is to be taken back; nobody needs to agree to that. */
    UNDO
  }

  /**
   * The plan to apply the revision was committed.
   *
   * @param reason why it goes around its approvers, also where that is finished; else empty
   * @param against whose rejections stood when it went around them
   * @param resume whether the merge function is to be woken for it; false when it began it itself
   */
  record MergeStarted(
      ActorId by,
      Digest digest,
      Mode mode,
      String reason,
      SortedSet<PersonId> against,
      boolean resume)
      implements Event {
    /** With nobody gone around. */
    public static MergeStarted agreed(ActorId by, Digest digest, boolean resume) {
      return new MergeStarted(by, digest, Mode.MERGE, "", new TreeSet<>(), resume);
    }

    /** The same of a merge that comes to its end at once: there is nothing to be woken for. */
    MergeStarted whole() {
      return new MergeStarted(by, digest, mode, reason, against, false);
    }

    /** A failed merge taken up again, by whoever carries it out; nobody is gone around. */
    static MergeStarted again(ActorId by, Digest digest, Mode way) {
      return new MergeStarted(by, digest, way, "", new TreeSet<>(), false);
    }
  }

  record Merged(Digest digest, List<Landed> documents) implements Event {}

  /** It was merged without the agreement of its approvers, who have not looked at it yet. */
  record Bypassed(Digest digest, List<Landed> documents) implements Event {}

  /** Access was given for a limited time, or its end was moved: a grant as it is now. */
  record AccessGranted(Grant grant) implements Event {}

  /**
   * Access that was given for a limited time has ended.
   *
   * @param by who ended it, or null where its time was over
   * @param reason what they said; empty for nothing
   */
  record AccessEnded(Grant grant, @Nullable ActorId by, String reason) implements Event {}

  /** Rules were changed, in this order. */
  record RulesChanged(List<Thing> things) implements Event {}

  /** An approver has looked at what was live without their agreement. */
  record Acknowledged(PersonId by, String text) implements Event {}

  /** A document of a merged request has its new content. */
  record SecretsChanged(Landed document) implements Event {}

  /**
   * The merge applied nothing.
   *
   * @param dead whether the revision can never be merged; otherwise it may be tried again
   */
  record Conflicted(Digest digest, Reason reason, boolean dead) implements Event {}

  /** Some documents hold the change and cannot be put back: the truth, document by document. */
  record Failed(Digest digest, List<Remains> documents) implements Event {}

  /** Something that was to follow from the request, and did not. */
  sealed interface Trouble extends Event {}

  /**
   * People who have to hear of an event were not reached.
   *
   * @param of the number of that event
   * @param word of that event, or of the reminder of it
   */
  record DeliveryFailed(long of, String word, List<Unreached> unreached) implements Trouble {}

  /**
   * A destination does not hold a document as the request made it.
   *
   * @param reason why not; never a value
   * @param attempts how often it was tried
   */
  record SyncFailed(
      DestinationId destination, DocumentId document, String versionId, String reason, int attempts)
      implements Trouble {}

  /** Who was not reached, and why. */
  record Unreached(PersonId person, String reason) {}

  /**
   * Somebody was shown a value; not told on the bus.
   *
   * @param grant without which they would not have been, or null where their role or the request
   *     itself let them
   */
  record Revealed(ActorId by, DocumentId document, String key, What what, @Nullable GrantId grant)
      implements Event {
    /** Without any grant. */
    public Revealed(ActorId by, DocumentId document, String key, What what) {
      this(by, document, key, what, null);
    }
  }

  /** Which value of a key. */
  enum What {
    /** The one that the present revision proposes. */
    PROPOSED,
    /** The one in Secrets Manager. */
    CURRENT
  }
}
