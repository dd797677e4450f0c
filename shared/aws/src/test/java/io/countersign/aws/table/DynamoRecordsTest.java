package io.countersign.aws.table;

import io.countersign.channel.Conditions;
import io.countersign.channel.ConditionsContract;
import io.countersign.channel.Postings;
import io.countersign.channel.PostingsContract;
import io.countersign.delivery.Deliveries;
import io.countersign.delivery.DeliveriesContract;
import io.countersign.delivery.Rounds;
import io.countersign.delivery.RoundsContract;
import io.countersign.destination.Syncs;
import io.countersign.destination.SyncsContract;
import io.countersign.destination.Written;
import io.countersign.destination.WrittenContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The records of deliveries, postings and syncs keep their promises on DynamoDB Local. */
class DynamoRecordsTest {
  @RegisterExtension static final DynamoDbLocal LOCAL = new DynamoDbLocal();

  @Nested
  class OfDeliveries extends DeliveriesContract {
    @Override
    protected Deliveries deliveries() {
      return new DynamoDeliveries(LOCAL.table());
    }
  }

  @Nested
  class OfRounds extends RoundsContract {
    @Override
    protected Rounds rounds() {
      return new DynamoRounds(LOCAL.table());
    }
  }

  @Nested
  class OfPostings extends PostingsContract {
    @Override
    protected Postings postings() {
      return new DynamoPostings(LOCAL.table());
    }
  }

  @Nested
  class OfConditions extends ConditionsContract {
    @Override
    protected Conditions conditions() {
      return new DynamoConditions(LOCAL.table());
    }
  }

  @Nested
  class OfSyncs extends SyncsContract {
    @Override
    protected Syncs syncs() {
      return new DynamoSyncs(LOCAL.table());
    }
  }

  @Nested
  class OfWritten extends WrittenContract {
    @Override
    protected Written written() {
      return new DynamoWritten(LOCAL.table());
    }
  }
}
