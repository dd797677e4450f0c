package io.countersign.aws.table;

import io.countersign.destination.Check;
import io.countersign.destination.Checks;
import io.countersign.destination.Lane;
import io.countersign.wire.CheckJson;
import org.jspecify.annotations.Nullable;

/** Checks in DynamoDB, one a destination. */
public final class DynamoChecks implements Checks {
  private static final String CHECK = "CHECK";

  private final Table table;

  public DynamoChecks(Table table) {
    this.table = table;
  }

  @Override
  public void put(Check check) {
    table.put(Item.of(Keys.destination(check.lane()), CHECK).data(CheckJson.write(check)));
  }

  @Override
  public @Nullable Check of(Lane lane) {
    Item item = table.get(Keys.destination(lane), CHECK);
    return item == null ? null : CheckJson.read(item.data());
  }
}
