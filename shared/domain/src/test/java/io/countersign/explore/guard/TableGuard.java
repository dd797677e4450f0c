package io.countersign.explore.guard;

import io.countersign.explore.act.Condition;
import io.countersign.explore.act.Engine;
import io.countersign.explore.act.Read;
import io.countersign.explore.promise.Promise;
import io.countersign.explore.realm.Editing;
import io.countersign.explore.realm.Meeting;
import io.countersign.explore.realm.Merging;
import io.countersign.explore.realm.Realm;
import io.countersign.explore.realm.Ruling;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction checks. The version stands before most of it: those are left out together with
 * it, and compared with leaving out the version alone.
 */
enum TableGuard implements Guard {
  VERSION("the state is as it was read", Promise.A1, Merging.LATE, Condition.VERSION),
  EVENT("no event is written over", Promise.A1, Editing.PAIR, Condition.EVENT, Condition.VERSION) {
    @Override
    public Engine behind() {
      return without(EnumSet.of(Condition.VERSION));
    }
  },
  STATUS(
      "the status is as it was read",
      Promise.S6,
      Editing.PAIR,
      Condition.STATUS,
      Condition.VERSION,
      Condition.EVENT),
  DIGEST(
      "the digest is as it was read",
      Promise.S2,
      Editing.PAIR,
      Condition.DIGEST,
      Condition.VERSION,
      Condition.EVENT),
  FENCE(
      "the plan is as it was read",
      Promise.S14,
      Merging.LATE,
      Condition.FENCE,
      Condition.VERSION,
      Condition.EVENT),
  LOCK("one merge at a time has a secret", Promise.S13, Meeting.LOCKS, Condition.LOCK),
  RULES_COUNTER("no rule was written meanwhile", Promise.S9, Ruling.STALE, Condition.RULES),
  DIRECTORY_COUNTER("nobody came or went meanwhile", Promise.S8, Ruling.STALE, Condition.DIRECTORY),
  COUNTERS_FIRST("the counters are read before what they count", Promise.S9, Ruling.STALE) {
    @Override
    public List<Read> order(List<Read> reads) {
      return reads.stream()
          .sorted(Comparator.comparing(each -> each == Read.REQUEST && reads.size() > 2))
          .toList();
    }
  };

  private final String words;
  private final Promise keeps;

  @SuppressWarnings("ImmutableEnumChecker") // Nothing in a realm ever changes.
  private final Realm realm;

  @SuppressWarnings("ImmutableEnumChecker") // It is a copy.
  private final Set<Condition> without;

  TableGuard(String words, Promise keeps, Realm realm, Condition... without) {
    this.words = words;
    this.keeps = keeps;
    this.realm = realm;
    this.without = Set.of(without);
  }

  @Override
  public boolean checks(Condition condition) {
    return !without.contains(condition);
  }

  @Override
  public @Nullable Engine behind() {
    return without.size() > 2 ? without(EnumSet.of(Condition.VERSION, Condition.EVENT)) : null;
  }

  private static Engine without(Set<Condition> conditions) {
    return new Engine() {
      @Override
      public boolean checks(Condition condition) {
        return !conditions.contains(condition);
      }
    };
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public Promise keeps() {
    return keeps;
  }

  @Override
  public Realm realm() {
    return realm;
  }
}
