package io.countersign.explore.act;

import io.countersign.explore.realm.Realm;
import io.countersign.explore.world.Crew;
import io.countersign.explore.world.Facts;
import io.countersign.merge.Plan;
import io.countersign.proposal.Wanted;
import io.countersign.request.Command;
import io.countersign.request.Request;
import io.countersign.store.Commit;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Vault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the real engine is used. Every method hands on what it gets; a guard is left out by one that
 * gives the engine other facts, or does not keep what it decided.
 */
public interface Engine {
  /** The engine as it is. */
  Engine REAL = new Engine() {};

  /** The reads of a command, in their order. */
  default List<Read> order(List<Read> reads) {
    return reads;
  }

  /** What was read, as the engine's command is to be made of it. */
  default Facts facts(Facts facts) {
    return facts;
  }

  /** The state that the engine is to decide on. */
  default Request state(Request state, Command command) {
    return state;
  }

  /** The command that the engine is to decide. */
  default Command command(Command command, @Nullable Request state, Realm realm) {
    return command;
  }

  /** The time that the engine is to decide by. */
  default Instant now(Instant now) {
    return now;
  }

  /** The request as it is to be stored. */
  default Request stored(Commit commit) {
    return commit.after();
  }

  /** Whether a transaction checks this. */
  default boolean checks(Condition condition) {
    return true;
  }

  /** Whether somebody may take a plan over while these work on it. */
  default boolean mayTakeOver(Crew crew) {
    return crew.nobody();
  }

  /** The plan as it is to be stored. */
  default Plan kept(Plan plan) {
    return plan;
  }

  /** The secrets as the merge is to write them. */
  default Vault written(FakeVault vault) {
    return vault;
  }

  /**
   * The values that a merge is to write.
   *
   * @param proven those of the digest; none when others are stored
   * @param stored those that are stored
   */
  default List<Wanted> proven(List<Wanted> proven, List<Wanted> stored) {
    return proven;
  }

  /** What the merge is to judge the secrets by, as they are just now. */
  default List<Wanted> wanted(List<Wanted> wanted, Wanting again) {
    return wanted;
  }

  /** Finds out what the merge wants, as if the revision were made just now. */
  interface Wanting {
    List<Wanted> now();
  }
}
