package io.countersign.explore.realm;

import io.countersign.project.DocumentId;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody, or something, may want done to the request of that number. */
public sealed interface Errand {
  int request();

  /** Who wants it, or null for the product itself. */
  @Nullable String by();

  /** What it costs when it is done, or null where something else makes an end of it. */
  @Nullable Coin coin();

  /** Which revision the digest names that comes with a command. */
  enum Sight {
    PRESENT,
    /** The one before, or no revision of it where there is none. */
    OTHER
  }

  static Errand approve(int request, String by) {
    return new CastVote(request, by, Decision.APPROVE, Sight.PRESENT);
  }

  static Errand reject(int request, String by) {
    return new CastVote(request, by, Decision.REJECT, Sight.PRESENT);
  }

  static Errand retract(int request, String by) {
    return new CastVote(request, by, Decision.RETRACT, Sight.PRESENT);
  }

  static Errand merge(int request, String by) {
    return new StartMerge(request, by, Sight.PRESENT);
  }

  record Submit(int request, String by) implements Errand {
    @Override
    public @Nullable Coin coin() {
      return null;
    }
  }

  /**
   * Somebody makes the next revision.
   *
   * @param documents that it is about
   */
  record Revise(int request, String by, List<DocumentId> documents, Sight sight) implements Errand {
    @Override
    public Coin coin() {
      return Coin.REVISION;
    }
  }

  record CastVote(int request, String by, Decision decision, Sight sight) implements Errand {
    @Override
    public Coin coin() {
      return Coin.VOTE;
    }
  }

  /** Somebody approves, and wants it merged in the same breath if that makes it agreed. */
  record Agree(int request, String by) implements Errand {
    @Override
    public Coin coin() {
      return Coin.VOTE;
    }
  }

  record StartMerge(int request, String by, Sight sight) implements Errand {
    @Override
    public Coin coin() {
      return Coin.MERGE;
    }
  }

  /** The author goes around the approvers, for this reason. */
  record GoAround(int request, String by, Sight sight, String reason) implements Errand {
    @Override
    public Coin coin() {
      return Coin.MERGE;
    }
  }

  /** Somebody takes up again what failed. */
  record TakeUp(int request, String by, Event.Mode way) implements Errand {
    @Override
    public Coin coin() {
      return Coin.MERGE;
    }
  }

  /** Somebody has looked at what went around the approvers. */
  record Acknowledge(int request, String by) implements Errand {
    @Override
    public @Nullable Coin coin() {
      return null;
    }
  }

  record Withdraw(int request, String by) implements Errand {
    @Override
    public @Nullable Coin coin() {
      return null;
    }
  }

  record Comment(int request, String by) implements Errand {
    @Override
    public Coin coin() {
      return Coin.COMMENT;
    }
  }

  /** The queue: merges by itself what is agreed. */
  record Automatic(int request) implements Errand {
    @Override
    public @Nullable String by() {
      return null;
    }

    @Override
    public Coin coin() {
      return Coin.MERGE;
    }
  }

  /** The queue: takes over a plan that nobody carries out. */
  record Resume(int request) implements Errand {
    @Override
    public @Nullable String by() {
      return null;
    }

    @Override
    public @Nullable Coin coin() {
      return null;
    }
  }

  /** The clock. */
  record Expire(int request) implements Errand {
    @Override
    public @Nullable String by() {
      return null;
    }

    @Override
    public @Nullable Coin coin() {
      return null;
    }
  }
}
