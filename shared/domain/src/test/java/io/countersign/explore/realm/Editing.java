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
import static io.countersign.explore.realm.Errand.reject;
import static io.countersign.sample.Rulebook.declineAfter;
import static io.countersign.sample.Rulebook.on;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;

import io.countersign.explore.realm.Errand.Acknowledge;
import io.countersign.explore.realm.Errand.CastVote;
import io.countersign.explore.realm.Errand.Expire;
import io.countersign.explore.realm.Errand.GoAround;
import io.countersign.explore.realm.Errand.Resume;
import io.countersign.explore.realm.Errand.Revise;
import io.countersign.explore.realm.Errand.Sight;
import io.countersign.explore.realm.Errand.Submit;
import io.countersign.explore.realm.Errand.Withdraw;
import io.countersign.policy.Bypass;
import io.countersign.request.Decision;
import java.util.List;
import java.util.Map;

/** Realms of requests that are edited, taken over, and brought around their approvers. */
public final class Editing {
  /** A request is edited and taken over, by those who wrote it and by others. */
  public static final Realm REVISIONS =
      Realm.of(
              "revisions",
              rules(declineAfter(2, policy("main", requirement(1, "@approvers")))),
              directory(),
              secrets(ONE, TWO),
              ABOUT_BOTH)
          .errands(
              new Submit(0, "ann"),
              new Revise(0, "ann", List.of(ONE), Sight.PRESENT),
              new Revise(0, "ana", List.of(ONE, TWO), Sight.PRESENT),
              new Revise(0, "ann", List.of(ONE), Sight.OTHER),
              new Revise(0, "cat", List.of(ONE), Sight.PRESENT),
              approve(0, "amy"),
              new CastVote(0, "amy", Decision.APPROVE, Sight.OTHER),
              reject(0, "bob"),
              merge(0, "ann"),
              merge(0, "ana"),
              new Withdraw(0, "ann"),
              new Withdraw(0, "ada"),
              new Expire(0),
              new Resume(0))
          .days(Day.LAST)
          .turns(Turns.deactivated("ann"), Turns.edited("main", requirement(2, "@approvers")))
          .writes(new Write(ONE, "a", "theirs"))
          .purse(
              Map.of(
                  Coin.VOTE,
                  2,
                  Coin.REVISION,
                  2,
                  Coin.MERGE,
                  2,
                  Coin.STAFF,
                  1,
                  Coin.RULES,
                  1,
                  Coin.WRITE,
                  1));

  /** Ann may go around the approvers: she is in the group that may, as long as she is. */
  public static final Realm BYPASS =
      Realm.of(
              "bypass",
              rules(Cast.bypassed(policy("main", requirement(1, "amy", "bob")))),
              directory("ann"),
              secrets(ONE),
              ABOUT_ONE)
          .errands(
              new Submit(0, "ann"),
              new Submit(0, "ana"),
              new Revise(0, "ana", List.of(ONE), Sight.PRESENT),
              approve(0, "amy"),
              reject(0, "bob"),
              merge(0, "ada"),
              new GoAround(0, "ann", Sight.PRESENT, "it burns here"),
              new GoAround(0, "ann", Sight.OTHER, "it burns here"),
              new GoAround(0, "ana", Sight.PRESENT, "it burns here"),
              new GoAround(0, "ann", Sight.PRESENT, "burns"),
              new Acknowledge(0, "amy"),
              new Acknowledge(0, "ann"),
              new Withdraw(0, "ada"),
              new Resume(0))
          .turns(
              Turns.leaves("ann"),
              Turns.joins("ana"),
              Turns.deactivated("ann"),
              Turns.bypassed("main", new Bypass.Off()),
              Turns.bypassed("main", new Bypass.Anyone()),
              Turns.made(on("/one", policy("closer", requirement(1, "bob")))))
          .writes(new Write(ONE, "a", "theirs"), new Write(ONE, "a", "base"))
          .purse(
              Map.of(
                  Coin.VOTE,
                  1,
                  Coin.REVISION,
                  1,
                  Coin.MERGE,
                  2,
                  Coin.STAFF,
                  1,
                  Coin.RULES,
                  1,
                  Coin.WRITE,
                  2));

  /** Two commands at once, each read by read; nothing is ever done as a whole. */
  public static final Realm PAIRS =
      Realm.of(
              "pairs",
              rules(declineAfter(2, policy("main", requirement(1, "@approvers")))),
              directory(),
              secrets(ONE),
              ABOUT_ONE)
          .errands(
              new Submit(0, "ann"),
              new Revise(0, "ann", List.of(ONE), Sight.PRESENT),
              approve(0, "amy"),
              reject(0, "bob"),
              merge(0, "ann"),
              new Withdraw(0, "ann"),
              new Resume(0))
          .turns(Turns.leaves("amy"))
          .purse(Map.of(Coin.VOTE, 2, Coin.REVISION, 1, Coin.MERGE, 1))
          .hands(2, Realm.Pace.BY_READS);

  /** The same, and less of it. */
  public static final Realm PAIR =
      PAIRS.named("pair").purse(Map.of(Coin.VOTE, 1, Coin.REVISION, 1, Coin.MERGE, 1));

  private Editing() {}
}
