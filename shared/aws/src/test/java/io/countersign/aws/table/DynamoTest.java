package io.countersign.aws.table;

import io.countersign.store.AmendingContract;
import io.countersign.store.BallotsContract;
import io.countersign.store.CatalogContract;
import io.countersign.store.CountersContract;
import io.countersign.store.GrantsContract;
import io.countersign.store.JoinsContract;
import io.countersign.store.JournalContract;
import io.countersign.store.MachinesContract;
import io.countersign.store.NeighboursContract;
import io.countersign.store.RegistryContract;
import io.countersign.store.RepeatContract;
import io.countersign.store.RulesContract;
import io.countersign.store.StoreContract;
import io.countersign.store.Tables;
import io.countersign.store.TrailContract;
import io.countersign.store.WaitingContract;
import java.time.InstantSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The adapters keep their promises on DynamoDB Local. */
class DynamoTest {
  @RegisterExtension static final DynamoDbLocal LOCAL = new DynamoDbLocal();

  private static Tables on(InstantSource clock) {
    return DynamoTables.in(LOCAL, clock);
  }

  @Nested
  class OfRequests extends StoreContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfRepeats extends RepeatContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfCounters extends CountersContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfPeople extends RegistryContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfMachines extends MachinesContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfRules extends RulesContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfGrants extends GrantsContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfAmendments extends AmendingContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfJoins extends JoinsContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfTrails extends TrailContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfNeighbours extends NeighboursContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfLists extends CatalogContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfJournals extends JournalContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfWaiting extends WaitingContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }

  @Nested
  class OfBallots extends BallotsContract {
    @Override
    protected Tables tables(InstantSource clock) {
      return on(clock);
    }
  }
}
