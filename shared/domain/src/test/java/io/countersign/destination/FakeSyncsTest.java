package io.countersign.destination;

class FakeSyncsTest extends SyncsContract {
  @Override
  protected Syncs syncs() {
    return new FakeSyncs();
  }
}
