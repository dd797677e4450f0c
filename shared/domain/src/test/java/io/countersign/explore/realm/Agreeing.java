package io.countersign.explore.realm;

import static io.countersign.explore.realm.Cast.ABOUT_ONE;
import static io.countersign.explore.realm.Cast.ONE;
import static io.countersign.explore.realm.Cast.directory;
import static io.countersign.explore.realm.Cast.rules;
import static io.countersign.explore.realm.Cast.secrets;
import static io.countersign.explore.realm.Errand.approve;
import static io.countersign.explore.realm.Errand.merge;
import static io.countersign.explore.realm.Errand.reject;
import static io.countersign.explore.realm.Errand.retract;
import static io.countersign.sample.Rulebook.declineAfter;
import static io.countersign.sample.Rulebook.on;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;

import io.countersign.explore.realm.Errand.Automatic;
import io.countersign.explore.realm.Errand.CastVote;
import io.countersign.explore.realm.Errand.Comment;
import io.countersign.explore.realm.Errand.Expire;
import io.countersign.explore.realm.Errand.Resume;
import io.countersign.explore.realm.Errand.Revise;
import io.countersign.explore.realm.Errand.Sight;
import io.countersign.explore.realm.Errand.StartMerge;
import io.countersign.explore.realm.Errand.Submit;
import io.countersign.explore.realm.Errand.Withdraw;
import io.countersign.request.Decision;
import io.countersign.sample.People;
import java.util.List;
import java.util.Map;

/** Realms of votes: by all sorts of people, who come and go, while time goes by. */
public final class Agreeing {
  /** Votes of all sorts by all sorts of people, who come and go. */
  public static final Realm VOTES =
      Realm.of(
              "votes",
              rules(declineAfter(2, policy("main", requirement(1, "@approvers")))),
              directory("ana"),
              secrets(ONE),
              ABOUT_ONE)
          .errands(
              new Submit(0, "ann"),
              new Submit(0, "cat"),
              approve(0, "amy"),
              approve(0, "bob"),
              approve(0, "cat"),
              new CastVote(0, "amy", Decision.APPROVE, Sight.OTHER),
              reject(0, "bob"),
              reject(0, "ana"),
              retract(0, "bob"),
              merge(0, "ann"),
              merge(0, "ada"),
              merge(0, "cat"),
              new StartMerge(0, "ann", Sight.OTHER),
              new Withdraw(0, "ann"),
              new Withdraw(0, "ada"),
              new Withdraw(0, "cat"),
              new Resume(0))
          .turns(
              Turns.leaves("amy"),
              Turns.joins("amy"),
              Turns.deactivated("bob"),
              Turns.joins("cat"),
              Turns.deactivated("ann"))
          .purse(Map.of(Coin.VOTE, 2, Coin.MERGE, 1, Coin.STAFF, 1))
          .hands(1, Realm.Pace.WHOLE_TOO);

  /** Ann proposes; she and her second account are among the approvers. */
  public static final Realm SECOND_ACCOUNT =
      Realm.of(
              "second account",
              rules(policy("main", requirement(2, "@approvers"))),
              directory("ana", "ann"),
              secrets(ONE),
              ABOUT_ONE)
          .errands(
              new Submit(0, "ann"),
              new Submit(0, "ana"),
              approve(0, "ann"),
              approve(0, "ana"),
              approve(0, "amy"),
              approve(0, "bob"),
              merge(0, "ann"),
              merge(0, "ana"),
              new Revise(0, "ana", List.of(ONE), Sight.PRESENT),
              new Withdraw(0, "ann"),
              new Withdraw(0, "ana"),
              new Resume(0))
          .turns(Turns.leaves("ana"), Turns.joins("ana"))
          .purse(Map.of(Coin.VOTE, 2, Coin.MERGE, 1, Coin.STAFF, 1, Coin.REVISION, 1))
          .hands(1, Realm.Pace.WHOLE_TOO);

  /** The same, and nobody edits, comes or goes. */
  public static final Realm SECOND_VOTES =
      SECOND_ACCOUNT.named("second votes").purse(Map.of(Coin.VOTE, 2, Coin.MERGE, 1));

  /** Time goes by: what is not merged soon ends, and so does what waits too long. */
  public static final Realm TIME =
      Realm.of(
              "time",
              rules(Cast.soon(declineAfter(2, policy("main", requirement(1, "@approvers"))))),
              directory(),
              secrets(ONE),
              ABOUT_ONE)
          .errands(
              new Submit(0, "ann"),
              approve(0, "amy"),
              reject(0, "bob"),
              retract(0, "amy"),
              merge(0, "ann"),
              new Withdraw(0, "ann"),
              new Comment(0, "bob"),
              new Expire(0),
              new Resume(0))
          .days(Day.NEXT, Day.LAST)
          .purse(Map.of(Coin.VOTE, 2, Coin.MERGE, 2, Coin.COMMENT, 1))
          .hands(1, Realm.Pace.WHOLE_TOO);

  /** What is agreed is merged by itself. */
  public static final Realm AUTOMATIC =
      Realm.of(
              "automatic",
              rules(Cast.automatic(policy("main", requirement(1, "@approvers")))),
              directory(),
              secrets(ONE),
              ABOUT_ONE)
          .errands(
              new Submit(0, "ann"),
              approve(0, "amy"),
              approve(0, "bob"),
              retract(0, "amy"),
              merge(0, "ann"),
              new Automatic(0),
              new Withdraw(0, "ada"),
              new Withdraw(0, "ann"),
              new Expire(0),
              new Resume(0))
          .turns(
              Turns.leaves("amy"),
              Turns.deactivated("ann"),
              Turns.made(on("/one", policy("closer", requirement(1, "bob")))))
          .days(Day.LAST)
          .purse(Map.of(Coin.VOTE, 2, Coin.MERGE, 1, Coin.STAFF, 1, Coin.RULES, 1))
          .hands(1, Realm.Pace.WHOLE_TOO);

  /** A machine proposes, which Amy owns, and perhaps Bob later; a person may take it over. */
  public static final Realm MACHINE =
      Realm.of(
              "machine",
              rules(policy("main", requirement(1, "@approvers"))),
              People.with(directory("cat"), People.machine("ci", "amy")),
              secrets(ONE),
              ABOUT_ONE)
          .errands(
              new Submit(0, "machine:ci"),
              new Revise(0, "ann", List.of(ONE), Sight.PRESENT),
              approve(0, "machine:ci"),
              approve(0, "amy"),
              approve(0, "bob"),
              reject(0, "amy"),
              merge(0, "machine:ci"),
              merge(0, "bob"),
              new Withdraw(0, "machine:ci"),
              new Withdraw(0, "ada"),
              new Resume(0))
          .turns(Turns.owned("ci", "bob"), Turns.owned("ci", "cat"))
          .purse(Map.of(Coin.VOTE, 2, Coin.REVISION, 1, Coin.MERGE, 1, Coin.STAFF, 1))
          .hands(1, Realm.Pace.WHOLE_TOO);

  private Agreeing() {}
}
