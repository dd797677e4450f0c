package io.countersign.destination;

class FakeWrittenTest extends WrittenContract {
  @Override
  protected Written written() {
    return new FakeWritten();
  }
}
