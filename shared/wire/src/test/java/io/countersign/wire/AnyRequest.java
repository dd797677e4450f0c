package io.countersign.wire;

import io.countersign.directory.GrantId;
import io.countersign.directory.PersonId;
import io.countersign.merge.DocumentPlan;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.merge.Progress;
import io.countersign.property.Cases;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.request.Vote;
import io.countersign.revision.Landed;
import io.countersign.revision.Remains;
import io.countersign.sample.Any;
import io.countersign.sample.AnyAccess;
import io.countersign.sample.AnyEdit;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Random states, plans and events. */
final class AnyRequest {
  private AnyRequest() {}

  static Request of(RandomGenerator random) {
    SortedMap<PersonId, Vote> votes = new TreeMap<>();
    for (PersonId voter : Any.people(random, 0)) {
      votes.put(
          voter,
          new Vote(
              voter,
              decision(random),
              Any.instant(random),
              Any.number(random),
              Any.maybe(random, () -> Duration.ofSeconds(1 + random.nextInt(100_000)))));
    }
    return new Request(
        Any.request(random),
        Cases.oneOf(random, List.of(Status.values())),
        Any.actor(random),
        Any.text(random),
        Any.instant(random),
        1 + random.nextInt(9),
        Any.digest(random),
        AnyAccess.scope(random),
        Any.maybe(random, () -> Any.instant(random)),
        votes,
        random.nextBoolean(),
        new Request.Ending(
            Any.maybe(random, () -> Any.reason(random)),
            random.nextBoolean(),
            Any.list(random, 2, () -> landed(random)),
            Any.list(random, 2, () -> remains(random)),
            Any.maybe(random, () -> unreviewed(random)),
            Any.maybe(random, () -> unreviewed(random)),
            Any.maybe(random, () -> granted(random))),
        Any.number(random));
  }

  private static Request.Unreviewed unreviewed(RandomGenerator random) {
    return new Request.Unreviewed(
        Any.text(random),
        Any.instant(random),
        Any.maybe(random, () -> new Request.Reviewed(Any.person(random), Any.instant(random))));
  }

  private static Request.Granted granted(RandomGenerator random) {
    return new Request.Granted(
        AnyAccess.grant(random),
        Any.maybe(
            random,
            () ->
                new Request.Granted.End(
                    Any.instant(random), Any.maybe(random, () -> Any.actor(random)))));
  }

  static Plan plan(RandomGenerator random) {
    return new Plan(
        new Lease(random.nextInt(9), Any.instant(random)),
        Any.list(random, 3, () -> document(random)),
        Any.maybe(random, () -> new Plan.Retreat(Any.reason(random), random.nextBoolean())));
  }

  private static DocumentPlan document(RandomGenerator random) {
    Progress progress =
        switch (random.nextInt(6)) {
          case 0 -> new Progress.Untouched();
          case 1 -> intended(random);
          case 2 -> new Progress.Undone(Any.maybe(random, () -> Any.text(random)));
          case 3 -> new Progress.Removed(landed(random));
          case 4 -> new Progress.Reopened(intended(random));
          default -> new Progress.Done(landed(random), intended(random));
        };
    return new DocumentPlan(
        Any.document(random),
        Any.text(random),
        Any.maybe(random, () -> Any.text(random)),
        progress,
        Any.maybe(random, () -> Any.text(random)),
        random.nextInt(9));
  }

  private static Progress.Intended intended(RandomGenerator random) {
    return new Progress.Intended(Any.text(random), Any.text(random), Any.text(random));
  }

  /** One of each kind. */
  static List<Event> events(RandomGenerator random) {
    return List.of(
        new Event.Submitted(
            Any.actor(random),
            1 + random.nextInt(9),
            Any.digest(random),
            Any.text(random),
            AnyAccess.scope(random),
            Any.maybe(random, () -> Any.instant(random))),
        new Event.Revised(
            Any.actor(random),
            1 + random.nextInt(9),
            Any.digest(random),
            Any.text(random),
            AnyAccess.scope(random),
            Any.maybe(random, () -> Any.instant(random))),
        new Event.Voted(
            Any.person(random),
            Any.digest(random),
            decision(random),
            Any.text(random),
            Cases.oneOf(random, List.of(Event.Via.values())),
            Any.maybe(random, () -> Duration.ofSeconds(1 + random.nextInt(100_000)))),
        new Event.Agreed(
            Any.digest(random), Any.maybe(random, () -> Any.instant(random)), random.nextBoolean()),
        new Event.Rejected(Any.digest(random)),
        new Event.Withdrawn(Any.actor(random), Any.text(random)),
        new Event.Expired(),
        new Event.Commented(Any.actor(random), Any.text(random)),
        new Event.MergeStarted(
            Any.actor(random),
            Any.digest(random),
            Cases.oneOf(random, List.of(Event.Mode.values())),
            Any.text(random),
            Any.people(random, 0),
            random.nextBoolean()),
        new Event.Merged(Any.digest(random), Any.list(random, 2, () -> landed(random))),
        new Event.Bypassed(Any.digest(random), Any.list(random, 2, () -> landed(random))),
        new Event.Acknowledged(Any.person(random), Any.text(random)),
        new Event.AccessGranted(AnyAccess.grant(random)),
        new Event.AccessEnded(
            AnyAccess.grant(random), Any.maybe(random, () -> Any.actor(random)), Any.text(random)),
        new Event.RulesChanged(Any.list(random, 3, () -> AnyEdit.edit(random).thing())),
        new Event.SecretsChanged(landed(random)),
        new Event.Conflicted(Any.digest(random), Any.reason(random), random.nextBoolean()),
        new Event.Failed(Any.digest(random), Any.list(random, 2, () -> remains(random))),
        new Event.DeliveryFailed(
            Any.number(random),
            Any.text(random),
            Any.list(random, 3, () -> new Event.Unreached(Any.person(random), Any.text(random)))),
        new Event.Revealed(
            Any.actor(random),
            Any.document(random),
            Any.text(random),
            Cases.oneOf(random, List.of(Event.What.values())),
            Any.maybe(random, () -> new GrantId(Any.request(random).toString()))));
  }

  private static Remains remains(RandomGenerator random) {
    return new Remains(
        Any.document(random),
        Cases.oneOf(random, List.of(Remains.State.values())),
        Any.maybe(random, () -> Any.text(random)),
        Any.text(random));
  }

  private static Landed landed(RandomGenerator random) {
    return new Landed(
        Any.document(random),
        Any.text(random),
        Any.text(random),
        Any.list(random, 3, () -> Any.text(random)),
        Cases.oneOf(random, List.of(Landed.Fate.values())));
  }

  private static Decision decision(RandomGenerator random) {
    return Cases.oneOf(random, List.of(Decision.values()));
  }
}
