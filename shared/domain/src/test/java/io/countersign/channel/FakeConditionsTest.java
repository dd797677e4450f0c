package io.countersign.channel;

class FakeConditionsTest extends ConditionsContract {
  @Override
  protected Conditions conditions() {
    return new FakeConditions();
  }
}
