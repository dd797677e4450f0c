package io.countersign.explore.access;

import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.Role;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.policy.Terms;
import io.countersign.project.DocumentId;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.AccessRules;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dan asks, one of Amy and Bob has to agree, and Eve would like to have it too. The policy lets
 * access last 30 minutes and its author bypass, until it is made stricter: 15, and nobody.
 */
final class Cast {
  static final String HOLDER = "dan";
  static final Duration ASKED = Duration.ofMinutes(20);
  static final Duration SHORT = Duration.ofMinutes(10);
  static final Duration TURN = Duration.ofMinutes(10);
  static final DocumentId THERE = Rulebook.document("/db/main");
  static final Directory PEOPLE = People.directory("amy", "bob", "dan", "eve");

  private static final Policy LENIENT =
      AccessRules.on("/**", "one", terms(false), Rulebook.requirement(1, "amy", "bob"));

  private Cast() {}

  static Duration most(boolean strict) {
    return Duration.ofMinutes(strict ? 15 : 30);
  }

  private static Terms terms(boolean strict) {
    return terms(most(strict), strict ? new Bypass.Off() : new Bypass.Anyone());
  }

  private static Terms terms(Duration most, Bypass bypass) {
    return new Terms(false, 1, Duration.ofHours(1), null, false, bypass, false)
        .with(new AccessTerms(most, false));
  }

  static Instant time(int turn) {
    return Proposals.NOON.plus(TURN.multipliedBy(turn));
  }

  /** The rules as the store has them, read at that moment. */
  static Rules rules(boolean strict, @Nullable Grant grant, Instant now) {
    return rules(strict ? AccessRules.edited(LENIENT, terms(true)) : LENIENT, grant, now);
  }

  /** The same, where the stricter policy says nothing of how long. */
  static Rules uncapped(boolean strict, @Nullable Grant grant, Instant now) {
    Policy long2 = AccessRules.edited(LENIENT, terms(most(false), new Bypass.Off()));
    return rules(strict ? long2 : LENIENT, grant, now);
  }

  private static Rules rules(Policy policy, @Nullable Grant grant, Instant now) {
    Rules plain =
        Rulebook.rules(List.of(policy), List.of(Rulebook.binding("dan", Role.DEVELOPER, HOLDER)));
    return AccessRules.with(plain, grant == null ? List.of() : List.of(grant), now);
  }

  static Revision revision(int number, Rules rules, Instant now) {
    Entitlement asked = number == 1 ? AccessRules.reveal(ASKED) : AccessRules.extension(1, ASKED);
    return Revision.sealed(
        new RequestId(Rulebook.PAYMENTS, number),
        "",
        People.id(HOLDER),
        "t",
        "",
        new Payload.OfAccess(asked),
        rules.bind(asked.place(), PEOPLE),
        PEOPLE,
        now);
  }
}
