package io.countersign.explore.access;

import io.countersign.directory.Grant;
import io.countersign.directory.PersonId;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.request.Vote;
import io.countersign.revision.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be true of access whatever comes between. Judged by what is in the store just then. */
enum Promise {
  /** Used within its time, by the clock of whoever uses it. */
  IN_ITS_TIME,
  /** Never used once somebody or the clock has ended it. */
  NOT_AFTER_ITS_END,
  /** Used by nobody but its holder. */
  ITS_HOLDERS,
  /** Never given for longer than each standing approval, and the policy of now, let it. */
  NO_LONGER,
  /** Never given without agreement, but where its policies let its author go around it. */
  AGREED,
  /** What has ended, or is over by the clock of whoever merges, is not extended. */
  NEVER_REVIVED,
  /** The clock ends it only once its time is over. */
  ENDED_IN_TIME,
  /** A request that has come to its good end has given something, and no other has. */
  ALL_OR_NOTHING;

  static Set<Promise> broken(Scene before, Deed deed, Scene after) {
    Set<Promise> broken = EnumSet.noneOf(Promise.class);
    if (!deed.done()) {
      return broken;
    }
    for (Promise promise : values()) {
      if (!promise.kept(before, deed, after)) {
        broken.add(promise);
      }
    }
    return broken;
  }

  private boolean kept(Scene before, Deed deed, Scene after) {
    Grant there = before.grant();
    return switch (this) {
      case IN_ITS_TIME -> deed.user() == null || there == null || there.holds(deed.at());
      case NOT_AFTER_ITS_END -> deed.user() == null || there != null;
      case ITS_HOLDERS -> deed.user() == null || deed.user().equals(Cast.HOLDER);
      case NO_LONGER ->
          given(deed) == null || !longer(before, deed, Objects.requireNonNull(given(deed)));
      case AGREED -> given(deed) == null || agreed(before, deed);
      case NEVER_REVIVED ->
          given(deed) == null || deed.number() == 1 || (there != null && !there.over(deed.at()));
      case ENDED_IN_TIME ->
          deed.events().stream()
              .noneMatch(
                  each ->
                      each instanceof Event.AccessEnded(_, var by, _)
                          && by == null
                          && there != null
                          && !there.over(deed.at()));
      case ALL_OR_NOTHING ->
          whole(after.first()) && (after.second() == null || whole(after.second()));
    };
  }

  private static @Nullable Grant given(Deed deed) {
    return deed.events().stream()
        .map(each -> each instanceof Event.AccessGranted(Grant grant) ? grant : null)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static Request request(Scene before, Deed deed) {
    return Objects.requireNonNull(before.kept(deed.number())).request();
  }

  private static boolean longer(Scene before, Deed deed, Grant given) {
    Grant there = before.grant();
    Instant from = deed.number() == 1 || there == null ? given.begins() : there.ends();
    Duration lasts = Duration.between(from, given.ends());
    boolean beyondVotes =
        request(before, deed).votes().values().stream()
            .filter(each -> each.decision() == Decision.APPROVE)
            .map(Vote::lasting)
            .anyMatch(each -> each != null && lasts.compareTo(each) > 0);
    Payload.OfAccess asked =
        (Payload.OfAccess) Objects.requireNonNull(before.kept(deed.number())).revision().payload();
    return beyondVotes
        || lasts.compareTo(Cast.most(before.strict())) > 0
        || lasts.compareTo(asked.entitlement().window().lasts()) > 0;
  }

  private static boolean agreed(Scene before, Deed deed) {
    boolean around = deed.events().stream().anyMatch(each -> each instanceof Event.Bypassed);
    Set<PersonId> approving = request(before, deed).approving();
    return around ? !before.strict() : !approving.isEmpty();
  }

  private static boolean whole(Scene.Kept kept) {
    Status status = kept.request().status();
    return (status == Status.MERGED || status == Status.BYPASSED)
        == (kept.request().granted() != null);
  }
}
