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
import static io.countersign.sample.Rulebook.policy;
import static io.countersign.sample.Rulebook.requirement;

import io.countersign.explore.realm.Errand.Resume;
import io.countersign.explore.realm.Errand.Submit;
import io.countersign.explore.realm.Errand.Withdraw;
import java.util.List;
import java.util.Map;

/** Realms of two requests about the same documents. */
public final class Meeting {
  /** Two requests about the same key of one document, one of them about another document too. */
  public static final Realm TWO_REQUESTS =
      Realm.of(
              "two requests",
              rules(policy("main", requirement(1, "@approvers"))),
              directory(),
              secrets(ONE, TWO),
              ABOUT_BOTH,
              ABOUT_ONE)
          .errands(
              new Submit(0, "ann"),
              new Submit(1, "ana"),
              approve(0, "amy"),
              approve(1, "bob"),
              merge(0, "ann"),
              merge(1, "ana"),
              new Withdraw(0, "ann"),
              new Withdraw(1, "ana"),
              new Resume(0),
              new Resume(1))
          .writes(new Write(TWO, "a", "theirs"))
          .purse(Map.of(Coin.VOTE, 2, Coin.MERGE, 3, Coin.WRITE, 1, Coin.CRASH, 1));

  /** Two requests that both make a document that is not there. */
  public static final Realm NEW_DOCUMENT =
      Realm.of(
              "new document",
              rules(),
              directory(),
              secrets(ONE),
              ABOUT_BOTH,
              new Proposal(List.of(TWO), "b"))
          .errands(
              new Submit(0, "ann"),
              new Submit(1, "ana"),
              merge(0, "ann"),
              merge(1, "ana"),
              new Withdraw(0, "ann"),
              new Withdraw(1, "ana"),
              new Resume(0),
              new Resume(1))
          .writes(new Write(ONE, "a", "theirs"), new Write(TWO, "k", "theirs"))
          .purse(Map.of(Coin.MERGE, 1, Coin.WRITE, 1, Coin.CRASH, 1));

  /** The same, and nobody dies. */
  public static final Realm LOCKS =
      NEW_DOCUMENT
          .named("locks")
          .purse(Map.of(Coin.WRITE, 1))
          .writes(new Write(ONE, "a", "theirs"));

  private Meeting() {}
}
