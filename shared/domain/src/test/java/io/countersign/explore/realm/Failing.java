package io.countersign.explore.realm;

import static io.countersign.explore.realm.Cast.ABOUT_BOTH;
import static io.countersign.explore.realm.Cast.ONE;
import static io.countersign.explore.realm.Cast.TWO;
import static io.countersign.explore.realm.Cast.directory;
import static io.countersign.explore.realm.Cast.rules;
import static io.countersign.explore.realm.Cast.secrets;
import static io.countersign.explore.realm.Errand.approve;
import static io.countersign.explore.realm.Errand.merge;
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;

import io.countersign.explore.realm.Errand.Acknowledge;
import io.countersign.explore.realm.Errand.GoAround;
import io.countersign.explore.realm.Errand.Resume;
import io.countersign.explore.realm.Errand.Sight;
import io.countersign.explore.realm.Errand.Submit;
import io.countersign.explore.realm.Errand.TakeUp;
import io.countersign.explore.realm.Errand.Withdraw;
import io.countersign.policy.Bypass;
import io.countersign.request.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Realms of merges that fail and are taken up again, and of documents that go. */
public final class Failing {
  /** Rotations leave a merge between two states; people finish it or take it back. */
  public static final Realm FAILURES =
      Realm.of(
              "failures",
              rules(policy("main", requirement(1, "@approvers"))),
              directory(),
              secrets(ONE, TWO),
              ABOUT_BOTH)
          .errands(
              new Submit(0, "ann"),
              approve(0, "amy"),
              merge(0, "ann"),
              new TakeUp(0, "ann", Event.Mode.FINISH),
              new TakeUp(0, "ann", Event.Mode.UNDO),
              new TakeUp(0, "cat", Event.Mode.UNDO),
              new Withdraw(0, "ann"),
              new Resume(0))
          .turns(
              Turns.rotates(ONE),
              Turns.rotated(ONE),
              Turns.rotates(TWO),
              Turns.rotated(TWO),
              Turns.leaves("amy"))
          .writes(new Write(TWO, "a", "theirs"), new Write(TWO, "a", "base"))
          .purse(Map.of(Coin.VOTE, 1, Coin.MERGE, 3, Coin.WRITE, 2, Coin.STAFF, 1, Coin.CRASH, 1));

  /** The same of a merge that went around its approvers. */
  public static final Realm AROUND =
      Realm.of(
              "around",
              rules(Cast.bypassed(policy("main", requirement(1, "amy", "bob")))),
              directory("ann"),
              secrets(ONE, TWO),
              ABOUT_BOTH)
          .errands(
              new Submit(0, "ann"),
              approve(0, "amy"),
              merge(0, "ann"),
              new GoAround(0, "ann", Sight.PRESENT, "it burns here"),
              new TakeUp(0, "ann", Event.Mode.FINISH),
              new TakeUp(0, "ada", Event.Mode.UNDO),
              new Acknowledge(0, "amy"),
              new Withdraw(0, "ann"),
              new Resume(0))
          .turns(Turns.rotates(ONE), Turns.rotated(ONE), Turns.bypassed("main", new Bypass.Off()))
          .writes(new Write(TWO, "a", "theirs"), new Write(TWO, "a", "base"))
          .purse(Map.of(Coin.MERGE, 2, Coin.WRITE, 3, Coin.RULES, 1, Coin.VOTE, 1));

  /** One document goes as a whole and another is written, while others write to both. */
  public static final Realm LEAVING =
      Realm.of(
              "leaving",
              rules(policy("main", requirement(1, "@approvers"))),
              directory(),
              secrets(ONE, TWO),
              new Proposal(List.of(ONE, TWO), "a", Set.of(TWO)))
          .errands(
              new Submit(0, "ann"),
              approve(0, "amy"),
              merge(0, "ann"),
              new Withdraw(0, "ann"),
              new Resume(0))
          .writes(
              new Write(ONE, "a", "theirs"),
              new Write(ONE, "a", "base"),
              new Write(TWO, "a", "theirs"),
              new Write(TWO, "k", "theirs"))
          .purse(Map.of(Coin.VOTE, 1, Coin.MERGE, 2, Coin.WRITE, 2, Coin.CRASH, 1));

  private Failing() {}
}
