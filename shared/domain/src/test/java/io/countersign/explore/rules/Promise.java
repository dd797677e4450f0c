package io.countersign.explore.rules;

import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.governance.Need;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Policy;
import io.countersign.revision.Revision;
import io.countersign.rule.Basis;
import io.countersign.rule.Governed;
import io.countersign.sample.People;
import io.countersign.sample.Rulebook;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What must be true whatever one person does who has another account and a machine. */
enum Promise {
  /** A later change of production needs all that it needed. */
  LATER,
  /** So does one that is open. */
  OPEN,
  /** Other rules need somebody else's agreement, as they did. */
  GUARDED,
  /** The other account may do nothing that it might not before. */
  ALONE,
  /** Whoever signs in as somebody is who did. */
  IDENTITY;

  private static final Basis START = Cast.start();
  private static final Basis STRICT = Cast.stricter(START);
  private static final Revision CHANGE = Cast.change(START);

  static Set<Promise> broken(Scene before, Deed deed, Scene after) {
    if (before.counter() == after.counter()) {
      return EnumSet.noneOf(Promise.class);
    }
    return broken(after.strict() ? STRICT : START, after.basis());
  }

  /** What is broken of them where there are those rules now, and these were. */
  static Set<Promise> broken(Basis was, Basis now) {
    Set<Promise> broken = EnumSet.noneOf(Promise.class);
    for (Promise promise : values()) {
      if (!promise.kept(was, now)) {
        broken.add(promise);
      }
    }
    return broken;
  }

  private boolean kept(Basis was, Basis now) {
    return switch (this) {
      case LATER -> Need.of(Rulebook.DB, was, now).lowers().isEmpty();
      case OPEN -> Need.of(CHANGE, was, now).lowers().isEmpty();
      case GUARDED ->
          Stream.of(
                  Governed.ofProject(now.rules(), now.directory()),
                  Governed.ofOrganisation(now.rules(), now.directory()))
              .allMatch(policies -> guarded(policies, now));
      case ALONE -> {
        Actor then = Cast.actor(Cast.ALT, was);
        Actor alt = Cast.actor(Cast.ALT, now);
        yield Stream.of(Permission.values())
            .allMatch(
                each ->
                    !now.rules().access().allows(alt, each)
                        || was.rules().access().allows(then, each));
      }
      case IDENTITY -> {
        Person bob = Objects.requireNonNull(now.directory().person(People.id("bob")));
        yield Objects.equals(
            bob.subject(),
            Objects.requireNonNull(was.directory().person(People.id("bob"))).subject());
      }
    };
  }

  private static boolean guarded(List<Policy> policies, Basis now) {
    return policies.stream().map(each -> each.bind(now.directory())).anyMatch(Promise::needsOthers);
  }

  private static boolean needsOthers(BoundPolicy policy) {
    return !policy.satisfiableBy(People.ids(Cast.ALT));
  }
}
