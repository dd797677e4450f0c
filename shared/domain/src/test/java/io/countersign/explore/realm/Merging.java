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

import io.countersign.explore.realm.Errand.Resume;
import io.countersign.explore.realm.Errand.Submit;
import io.countersign.explore.realm.Errand.Withdraw;
import java.util.Map;

/** Realms of merges: whoever carries them out dies, and others write meanwhile. */
public final class Merging {
  /** Two documents, and whoever merges them dies. */
  public static final Realm CRASHES =
      both("crashes")
          .writes(new Write(ONE, "k", "theirs"), new Write(TWO, "a", "theirs"))
          .purse(Map.of(Coin.VOTE, 1, Coin.MERGE, 2, Coin.CRASH, 2, Coin.WRITE, 1));

  /** A dead one's last write is late, and those who take over read before they write. */
  public static final Realm LATE =
      both("late")
          .purse(Map.of(Coin.VOTE, 1, Coin.MERGE, 1, Coin.CRASH, 2))
          .hands(1, Realm.Pace.WHOLE_TOO);

  /** Others write the same document: another key, the same key, the very value, and back. */
  public static final Realm OTHERS =
      both("others")
          .writes(
              new Write(ONE, "k", "theirs"),
              new Write(ONE, "a", "theirs"),
              new Write(ONE, "a", "base"),
              new Write(ONE, "a", Proposal.value(0, 1)),
              new Write(TWO, "a", "theirs"),
              new Write(TWO, "a", "base"))
          .purse(Map.of(Coin.VOTE, 1, Coin.MERGE, 2, Coin.WRITE, 3, Coin.CRASH, 1));

  /** Others write what is in the way, and take it back. */
  public static final Realm RETURNS =
      OTHERS
          .named("returns")
          .writes(new Write(TWO, "a", "theirs"), new Write(TWO, "a", "base"))
          .purse(Map.of(Coin.VOTE, 1, Coin.MERGE, 1, Coin.WRITE, 2, Coin.CRASH, 1));

  /** The proposed values are put aside or changed where they wait. */
  public static final Realm TAMPERED =
      both("tampered")
          .writes(new Write(ONE, "k", "theirs"))
          .purse(Map.of(Coin.VOTE, 1, Coin.MERGE, 2, Coin.WRITE, 1, Coin.CRASH, 1, Coin.TAMPER, 1));

  private Merging() {}

  /** Ann changes two documents, Amy agrees, and Ann merges, or thinks better of it. */
  private static Realm both(String name) {
    return Realm.of(
            name,
            rules(policy("main", requirement(1, "@approvers"))),
            directory(),
            secrets(ONE, TWO),
            ABOUT_BOTH)
        .errands(
            new Submit(0, "ann"),
            approve(0, "amy"),
            merge(0, "ann"),
            new Withdraw(0, "ann"),
            new Resume(0));
  }
}
