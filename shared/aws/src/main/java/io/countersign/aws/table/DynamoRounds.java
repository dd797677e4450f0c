package io.countersign.aws.table;

import io.countersign.delivery.Rounds;
import io.countersign.wire.RoundJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Rounds in DynamoDB: an item for each request, in the index of what is due until the last one. */
public final class DynamoRounds implements Rounds {
  private static final String ROUND = "ROUND";

  private final Table table;

  public DynamoRounds(Table table) {
    this.table = table;
  }

  @Override
  public void plan(Round first) {
    table.put(
        due(first),
        "attribute_not_exists(pk) OR #sequence < :sequence",
        Map.of(":sequence", Writes.number(first.sequence())),
        Map.of("#sequence", "sequence"));
  }

  @Override
  public List<Round> due(Instant now, int limit) {
    List<Map<String, AttributeValue>> keys =
        new DynamoDue(table)
            .before(3, Keys.DUE_REMINDER, now, limit).stream()
                .map(request -> Keys.of(Keys.request(request), ROUND))
                .toList();
    return table.ordered(keys).stream().map(item -> RoundJson.read(item.data())).toList();
  }

  @Override
  public void next(Round done, @Nullable Round next) {
    table.put(
        next == null ? item(done) : due(next),
        "#data = :done AND attribute_exists(index3pk)",
        Map.of(":done", AttributeValue.fromS(RoundJson.write(done).text())),
        Map.of("#data", Item.DATA));
  }

  private static Item due(Round round) {
    return item(round).index(3, Keys.DUE_REMINDER, round.due() + "#" + round.request());
  }

  private static Item item(Round round) {
    return Item.of(Keys.request(round.request()), ROUND)
        .put("sequence", round.sequence())
        .data(RoundJson.write(round));
  }
}
