package io.countersign.delivery;

class FakeRoundsTest extends RoundsContract {
  @Override
  protected Rounds rounds() {
    return new FakeRounds();
  }
}
