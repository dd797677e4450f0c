package io.countersign.explore.realm;

import static io.countersign.explore.realm.Cast.ABOUT_BOTH;
import static io.countersign.explore.realm.Cast.ABOUT_ONE;
import static io.countersign.explore.realm.Cast.ONE;
import static io.countersign.explore.realm.Cast.TWO;
import static io.countersign.explore.realm.Cast.directory;
import static io.countersign.explore.realm.Cast.rules;
import static io.countersign.explore.realm.Cast.secrets;
import static io.countersign.explore.realm.Errand.approve;
import static io.countersign.explore.realm.Errand.merge;
import static io.countersign.explore.realm.Errand.retract;
import static io.countersign.sample.Rulebook.on;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;

import io.countersign.explore.realm.Errand.Agree;
import io.countersign.explore.realm.Errand.Resume;
import io.countersign.explore.realm.Errand.Submit;
import io.countersign.explore.realm.Errand.Withdraw;
import java.util.Map;

/** Realms of rules that change around requests, and while somebody reads them. */
public final class Ruling {
  /** Policies are tightened, loosened, made and removed around a request. */
  public static final Realm RULES =
      Realm.of(
              "rules",
              rules(policy("main", requirement(2, "@approvers"))),
              directory(),
              secrets(ONE),
              ABOUT_ONE)
          .errands(
              new Submit(0, "ann"),
              approve(0, "amy"),
              approve(0, "bob"),
              retract(0, "amy"),
              merge(0, "ann"),
              merge(0, "ada"),
              new Withdraw(0, "ann"),
              new Resume(0))
          .turns(
              Turns.edited("main", requirement(1, "@approvers")),
              Turns.edited("main", requirement(2, "@approvers")),
              Turns.edited("main", requirement(1, "ann")),
              Turns.made(on("/one", policy("closer", requirement(1, "bob")))),
              Turns.made(on("/*", policy("glob", requirement(1, "amy"), requirement(1, "bob")))),
              Turns.removed("main"),
              Turns.removed("closer"))
          .purse(Map.of(Coin.VOTE, 2, Coin.MERGE, 1, Coin.RULES, 2))
          .hands(1, Realm.Pace.WHOLE_TOO);

  /** Rules and people change while somebody reads them. */
  public static final Realm STALE =
      Realm.of(
              "stale",
              rules(policy("main", requirement(1, "@approvers"))),
              directory(),
              secrets(ONE),
              ABOUT_ONE)
          .errands(
              new Submit(0, "ann"),
              approve(0, "amy"),
              new Agree(0, "amy"),
              merge(0, "amy"),
              merge(0, "ann"),
              new Withdraw(0, "ann"),
              new Withdraw(0, "ada"),
              new Resume(0))
          .turns(
              Turns.leaves("amy"),
              Turns.deactivated("ann"),
              Turns.removed("main"),
              Turns.edited("main", requirement(2, "@approvers")),
              Turns.made(on("/one", policy("closer", requirement(1, "bob")))))
          .purse(Map.of(Coin.VOTE, 1, Coin.MERGE, 1, Coin.RULES, 1, Coin.STAFF, 1))
          .hands(1, Realm.Pace.WHOLE_TOO);

  /** Nothing governs the documents, until something does. */
  public static final Realm UNPROTECTED =
      Realm.of("unprotected", rules(), directory(), secrets(ONE, TWO), ABOUT_BOTH, ABOUT_ONE)
          .errands(
              new Submit(0, "ann"),
              new Submit(1, "ana"),
              approve(1, "amy"),
              merge(0, "ann"),
              merge(1, "ana"),
              new Withdraw(0, "ann"),
              new Withdraw(1, "ana"),
              new Resume(0),
              new Resume(1))
          .turns(Turns.made(policy("main", requirement(1, "@approvers"))), Turns.removed("main"))
          .purse(Map.of(Coin.VOTE, 1, Coin.MERGE, 1, Coin.RULES, 1))
          .hands(1, Realm.Pace.WHOLE_TOO);

  private Ruling() {}
}
