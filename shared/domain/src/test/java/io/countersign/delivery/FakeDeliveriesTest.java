package io.countersign.delivery;

class FakeDeliveriesTest extends DeliveriesContract {
  @Override
  protected Deliveries deliveries() {
    return new FakeDeliveries();
  }
}
