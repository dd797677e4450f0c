package io.countersign.aws.table;

import io.countersign.channel.Conditions;
import io.countersign.channel.ConditionsContract;
import io.countersign.channel.Postings;
import io.countersign.channel.PostingsContract;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.DeliveriesContract;
import io.countersign.delivery.Rounds;
import io.countersign.delivery.RoundsContract;
import io.countersign.destination.Standings;
import io.countersign.destination.StandingsContract;
import io.countersign.destination.Syncs;
import io.countersign.destination.SyncsContract;
import io.countersign.destination.Written;
import io.countersign.destination.WrittenContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The records of deliveries, postings and syncs keep their promises on DynamoDB Local. */
class DynamoRecordsTest {
  @RegisterExtension static final DynamoDbLocal LOCAL = new DynamoDbLocal();

  /** A new one, for what these functions may write to it. */
  private static Table table(String... functions) {
    return LOCAL.as(LOCAL.table(), functions);
  }

  @Nested
  class OfDeliveries extends DeliveriesContract {
    @Override
    protected Deliveries deliveries() {
      return new DynamoDeliveries(table("Notify"));
    }
  }

  @Nested
  class OfRounds extends RoundsContract {
    @Override
    protected Rounds rounds() {
      return new DynamoRounds(table("Notify", "Tick"));
    }
  }

  @Nested
  class OfPostings extends PostingsContract {
    @Override
    protected Postings postings() {
      return new DynamoPostings(table("Notify"));
    }
  }

  @Nested
  class OfConditions extends ConditionsContract {
    @Override
    protected Conditions conditions() {
      return new DynamoConditions(table("Admin"));
    }
  }

  @Nested
  class OfSyncs extends SyncsContract {
    @Override
    protected Syncs syncs() {
      return new DynamoSyncs(table("Sync"));
    }
  }

  @Nested
  class OfStandings extends StandingsContract {
    @Override
    protected Standings standings() {
      return new DynamoStandings(table("Sync"));
    }
  }

  @Nested
  class OfWritten extends WrittenContract {
    @Override
    protected Written written() {
      return new DynamoWritten(table("Sync"));
    }
  }
}
