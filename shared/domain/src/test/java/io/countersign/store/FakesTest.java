package io.countersign.store;

import java.time.InstantSource;
import org.junit.jupiter.api.Nested;

/** The fakes keep the promises that the real adapters keep. */
class FakesTest {
  @Nested
  class OfRequests extends StoreContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfRepeats extends RepeatContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfCounters extends CountersContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfPeople extends RegistryContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfMachines extends MachinesContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfRules extends RulesContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfGrants extends GrantsContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfAmendments extends AmendingContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfJoins extends JoinsContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfTrails extends TrailContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfNeighbours extends NeighboursContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfLists extends CatalogContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfJournals extends JournalContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfWaiting extends WaitingContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }

  @Nested
  class OfBallots extends BallotsContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return new FakeTables(clock);
    }
  }
}
