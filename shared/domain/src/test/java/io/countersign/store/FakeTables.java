package io.countersign.store;

import io.countersign.audit.Recorded;
import io.countersign.revision.RequestId;
import io.countersign.waiting.WaitingLists;
import java.time.InstantSource;
import java.util.List;

/** Both fakes over one table. */
public final class FakeTables implements Tables {
  private final FakeTable table = new FakeTable();
  private final FakeStore store;
  private final FakeRegistry registry = new FakeRegistry(table);

  public FakeTables(InstantSource clock) {
    store = new FakeStore(table, clock);
  }

  @Override
  public FakeStore store() {
    return store;
  }

  @Override
  public FakeRegistry registry() {
    return registry;
  }

  @Override
  public Trail trail() {
    return new FakeTrail(table);
  }

  @Override
  public Neighbours neighbours() {
    return new FakeNeighbours(table);
  }

  @Override
  public Catalog catalog() {
    return new FakeCatalog(table);
  }

  @Override
  public Due due() {
    return new FakeDue(table);
  }

  @Override
  public Journal journal() {
    return new FakeJournal(table);
  }

  @Override
  public WaitingLists waiting() {
    return new FakeWaitingLists(table);
  }

  @Override
  public FakeBallots ballots() {
    return new FakeBallots(table);
  }

  public Doors doors() {
    return table.doors();
  }

  @Override
  public List<Recorded> events(RequestId request) {
    return store.events(request);
  }
}
