package io.countersign.explore.world;

import io.countersign.project.DocumentId;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.Digest;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What really happened to one request; nothing that is explored can see it.
 *
 * @param authors of all its revisions, and who owned them when they wrote
 * @param heirs who came to own a machine among them since its present revision was made
 * @param bound what its present revision needs, as the table had it at that moment
 * @param ballots the last word of each voter on it, with the digest that they named
 * @param bases what each document had under the keys that it is about when the revision was made
 * @param deadline when its time is over, or null
 * @param mode by what right its last merge was started first, or null
 * @param stale whether a merge found that it can never be merged
 * @param effects what its last merge did to each document
 * @param look whether an approver has to look at what was live without them
 */
public record Ghost(
    SortedSet<String> authors,
    SortedSet<String> heirs,
    List<Demand> bound,
    SortedMap<String, Ballot> ballots,
    SortedMap<DocumentId, SortedMap<String, String>> bases,
    @Nullable Instant deadline,
    Event.@Nullable Mode mode,
    boolean stale,
    SortedMap<DocumentId, Effect> effects,
    Look look) {
  public static final Ghost NONE =
      new Ghost(
          Collections.emptySortedSet(),
          Collections.emptySortedSet(),
          List.of(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          null,
          null,
          false,
          Collections.emptySortedMap(),
          Look.NONE);

  /** Whether an approver has to look at what goes, or went, around them. */
  public enum Look {
    NONE,
    /** It goes around them, and nothing was live for long yet. */
    BEGUN,
    /** It was live, and nobody has looked. */
    OWED
  }

  /** One vote. */
  public record Ballot(Decision decision, Digest seen) {}

  /** How often the change took effect, and how often it was taken back. */
  public record Effect(int applied, int undone) {
    public static final Effect NONE = new Effect(0, 0);

    /** In effect, and never taken back. */
    static final Effect ONCE = new Effect(1, 0);
  }

  /** A new revision, which nobody has voted on. */
  public Ghost revised(
      Collection<String> by,
      List<Demand> needed,
      SortedMap<DocumentId, SortedMap<String, String>> found,
      @Nullable Instant until) {
    SortedSet<String> all = new TreeSet<>(authors);
    all.addAll(heirs);
    all.addAll(by);
    return new Ghost(
        all,
        Collections.emptySortedSet(),
        needed,
        Collections.emptySortedMap(),
        found,
        until,
        null,
        false,
        Collections.emptySortedMap(),
        look);
  }

  public Ghost voted(String voter, Ballot ballot) {
    SortedMap<String, Ballot> cast = new TreeMap<>(ballots);
    if (ballot.decision() == Decision.RETRACT) {
      cast.remove(voter);
    } else {
      cast.put(voter, ballot);
    }
    return new Ghost(authors, heirs, bound, cast, bases, deadline, mode, stale, effects, look);
  }

  public Ghost until(@Nullable Instant next) {
    return new Ghost(authors, heirs, bound, ballots, bases, next, mode, stale, effects, look);
  }

  /** These own a machine among its authors now. */
  public Ghost ownedBy(Collection<String> owners) {
    SortedSet<String> more = new TreeSet<>(heirs);
    more.addAll(owners);
    more.removeAll(authors);
    return new Ghost(authors, more, bound, ballots, bases, deadline, mode, stale, effects, look);
  }

  /** A merge begins by this right. */
  public Ghost merging(Event.Mode by) {
    Ghost begun = with(by, Collections.emptySortedMap());
    return by == Event.Mode.BYPASS && look == Look.NONE ? begun.with(Look.BEGUN) : begun;
  }

  /** What failed is to be brought to its end, while it is live in part. */
  public Ghost finishing() {
    return mode == Event.Mode.BYPASS ? with(Look.OWED) : this;
  }

  /** A merge ended with something live. */
  public Ghost live() {
    return look == Look.BEGUN ? with(Look.OWED) : this;
  }

  /** A merge ended with nothing live. */
  public Ghost stopped() {
    return look == Look.BEGUN ? with(Look.NONE) : this;
  }

  /** An approver has looked. */
  public Ghost looked() {
    return with(Look.NONE);
  }

  private Ghost with(Look next) {
    return new Ghost(authors, heirs, bound, ballots, bases, deadline, mode, stale, effects, next);
  }

  /** It failed and is taken up again, while these documents hold the change. */
  public Ghost again(Collection<DocumentId> live) {
    SortedMap<DocumentId, Effect> left = new TreeMap<>();
    live.forEach(each -> left.put(each, Effect.ONCE));
    return with(mode, left);
  }

  private Ghost with(Event.@Nullable Mode by, SortedMap<DocumentId, Effect> left) {
    return new Ghost(authors, heirs, bound, ballots, bases, deadline, by, stale, left, look);
  }

  /** A merge found that its base is gone for good. */
  public Ghost outdated() {
    return new Ghost(authors, heirs, bound, ballots, bases, deadline, mode, true, effects, look);
  }

  public Effect effect(DocumentId document) {
    return effects.getOrDefault(document, Effect.NONE);
  }

  public Ghost with(DocumentId document, Effect effect) {
    SortedMap<DocumentId, Effect> next = new TreeMap<>(effects);
    next.put(document, effect);
    return with(mode, next);
  }

  /** Whether a vote of theirs must not count: they wrote it, or answer for a machine that did. */
  public boolean barred(String voter) {
    return authors.contains(voter) || heirs.contains(voter);
  }

  /** What a key of a document held when the revision was made; the empty text for nothing. */
  public String base(DocumentId document, String key) {
    return bases.getOrDefault(document, Collections.emptySortedMap()).getOrDefault(key, "");
  }
}
