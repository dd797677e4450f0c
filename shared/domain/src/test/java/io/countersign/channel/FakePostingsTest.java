package io.countersign.channel;

class FakePostingsTest extends PostingsContract {
  @Override
  protected Postings postings() {
    return new FakePostings();
  }
}
