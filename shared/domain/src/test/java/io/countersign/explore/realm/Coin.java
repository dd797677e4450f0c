package io.countersign.explore.realm;

/** What may happen only so often. */
public enum Coin {
  VOTE(0),
  MERGE(4),
  COMMENT(8),
  REVISION(12),
  RULES(16),
  STAFF(20),
  CRASH(24),
  WRITE(28),
  TAMPER(32);

  private final int shift;

  Coin(int shift) {
    this.shift = shift;
  }

  /** Where its count begins in a {@link Purse}, in bits. */
  int shift() {
    return shift;
  }
}
