package io.countersign.merge;

import io.countersign.vault.FakeVault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One state of everything: what is stored, who is alive, and what may still go wrong. Its hash is
 * taken once, as states are looked up far more often than made.
 */
final class Saga {
  private final FakeVault.Snapshot vault;
  private final List<Party> parties;
  private final Chances left;
  private final int hash;

  /**
   * What may still go wrong.
   *
   * @param crashes how often a holder may die
   * @param writes how often others may write
   * @param denied the document that AWS does not let us write just now, or -1
   */
  record Chances(int crashes, int writes, int denied) {}

  Saga(FakeVault.Snapshot vault, List<Party> parties, Chances left) {
    this.vault = vault;
    this.parties = List.copyOf(parties);
    this.left = left;
    this.hash = 31 * (31 * vault.hashCode() + parties.hashCode()) + left.hashCode();
  }

  FakeVault.Snapshot vault() {
    return vault;
  }

  List<Party> parties() {
    return parties;
  }

  Party party(int number) {
    return parties.get(number);
  }

  Chances left() {
    return left;
  }

  /** A vault as it is, to go on from. */
  FakeVault opened() {
    FakeVault opened = new FakeVault();
    opened.restore(vault);
    return opened;
  }

  Saga with(FakeVault.Snapshot next) {
    return new Saga(next, parties, left);
  }

  Saga with(int number, Party party) {
    List<Party> next = new ArrayList<>(parties);
    next.set(number, party);
    return new Saga(vault, next, left);
  }

  Saga crashed() {
    return new Saga(vault, parties, new Chances(left.crashes() - 1, left.writes(), left.denied()));
  }

  /** Others did something, after which AWS denies us this document, or none. */
  Saga written(int denied) {
    return new Saga(vault, parties, new Chances(left.crashes(), left.writes() - 1, denied));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Saga saga
        && hash == saga.hash
        && left.equals(saga.left)
        && vault.equals(saga.vault)
        && parties.equals(saga.parties);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return left + "\n" + vault + "\n" + parties;
  }
}
