package io.countersign.aws.table;

import io.countersign.destination.Cargo;
import io.countersign.destination.Lane;
import io.countersign.destination.Standing;
import io.countersign.destination.Standings;
import io.countersign.json.JsonText;
import io.countersign.revision.RequestId;
import io.countersign.wire.StandingJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Standings in DynamoDB: an item for each, in two indexes while something is to be done: its
 * lane's, and that of all.
 */
public final class DynamoStandings implements Standings {
  private static final String PREFIX = "STANDING#";
  private static final String LANE = "LANE";
  private static final String ASKED = "asked";
  private static final String REQUESTS = "requests";
  private static final int LAGGING = 200;
  private static final String DUE = "due";

  private final Table table;

  public DynamoStandings(Table table) {
    this.table = table;
  }

  @Override
  public void ask(Lane lane, Cargo cargo, @Nullable RequestId request, Instant now) {
    Map<String, AttributeValue> values =
        new HashMap<>(
            Map.of(
                ":one", Writes.number(1),
                ":none", Writes.number(0),
                ":due", AttributeValue.fromS(Keys.time(now)),
                ":lane", AttributeValue.fromS(Keys.due(lane)),
                ":all", AttributeValue.fromS(Keys.DUE_SYNC),
                ":place", AttributeValue.fromS(Keys.time(now) + "#" + lane),
                ":cargo", AttributeValue.fromS(StandingJson.write(cargo).text()),
                ":new", AttributeValue.fromS(StandingJson.begun(now).text())));
    String add = " ADD asked :one";
    if (request != null) {
      values.put(":requests", AttributeValue.fromSs(List.of(request.toString())));
      add += ", requests :requests";
    }
    table.update(
        on(lane, cargo)
            .updateExpression(
                "SET #data = if_not_exists(#data, :new), due = :due, attempts = :none, cargo = :cargo,"
                    + " index3pk = :lane, index3sk = :due, index1pk = :all, index1sk = :place"
                    + add)
            .expressionAttributeNames(Map.of("#data", Item.DATA))
            .expressionAttributeValues(values));
  }

  @Override
  public List<Standing> due(Lane lane, Instant now, int most) {
    // The index still has some of those that were done a moment ago.
    return table.until(3, Keys.due(lane), Keys.time(now), most + LAGGING).stream()
        .map(item -> read(lane, item))
        .filter(each -> each.due() != null && !each.due().isAfter(now))
        .limit(most)
        .toList();
  }

  @Override
  public boolean put(Standing next) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":asked", Writes.number(next.asked()));
    values.put(":data", AttributeValue.fromS(StandingJson.write(next).text()));
    values.put(":attempts", Writes.number(next.attempts()));
    List<String> set = new ArrayList<>(List.of("#data = :data", "attempts = :attempts"));
    List<String> remove = new ArrayList<>();
    if (next.due() == null) {
      remove.addAll(List.of("due", "index3pk", "index3sk", "index1pk", "index1sk"));
    } else {
      values.put(":due", AttributeValue.fromS(Keys.time(next.due())));
      values.put(":place", AttributeValue.fromS(Keys.time(next.due()) + "#" + next.lane()));
      set.addAll(List.of("due = :due", "index3sk = :due", "index1sk = :place"));
    }
    if (next.requests().isEmpty()) {
      remove.add(REQUESTS);
    }
    return table.updateIf(
        on(next.lane(), next.cargo())
            .updateExpression(
                "SET "
                    + String.join(", ", set)
                    + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove)))
            .conditionExpression("asked = :asked")
            .expressionAttributeNames(Map.of("#data", Item.DATA))
            .expressionAttributeValues(values));
  }

  @Override
  public boolean forget(Standing arrived) {
    return table.deleteIf(
        Keys.of(pk(arrived.lane()), sk(arrived.cargo())),
        "asked = :asked",
        Map.of(":asked", Writes.number(arrived.asked())));
  }

  @Override
  public List<Standing> of(Lane lane) {
    return table.all(pk(lane), PREFIX + "DOC#").stream().map(item -> read(lane, item)).toList();
  }

  @Override
  public SortedSet<Lane> waiting(Instant now) {
    return table.placesUntil(1, Keys.DUE_SYNC, Keys.time(now) + Keys.BEHIND).stream()
        .map(item -> Keys.lane(item.text(Keys.PK)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public boolean enter(Lane lane, String holder, Instant now, Instant until) {
    return table.updateIf(
        UpdateItemRequest.builder()
            .key(Keys.of(pk(lane), LANE))
            .updateExpression("SET holder = :holder, held = :until")
            .conditionExpression("attribute_not_exists(held) OR held < :now")
            .expressionAttributeValues(
                Map.of(
                    ":holder", AttributeValue.fromS(holder),
                    ":until", AttributeValue.fromS(Keys.time(until)),
                    ":now", AttributeValue.fromS(Keys.time(now)))));
  }

  @Override
  public void leave(Lane lane, String holder) {
    table.updateIf(
        UpdateItemRequest.builder()
            .key(Keys.of(pk(lane), LANE))
            .updateExpression("REMOVE holder, held")
            .conditionExpression("holder = :holder")
            .expressionAttributeValues(Map.of(":holder", AttributeValue.fromS(holder))));
  }

  private static Standing read(Lane lane, Item item) {
    String due = item.optionalText(DUE);
    AttributeValue requests = item.values().get(REQUESTS);
    SortedSet<RequestId> ids = new TreeSet<>();
    if (requests != null) {
      requests.ss().forEach(each -> ids.add(RequestId.parse(each)));
    }
    return StandingJson.read(
        item.data(),
        lane,
        StandingJson.cargo(JsonText.parse(item.text("cargo"))),
        ids,
        item.number(ASKED),
        due == null ? null : Instant.parse(due),
        (int) item.number("attempts"));
  }

  private static UpdateItemRequest.Builder on(Lane lane, Cargo cargo) {
    return UpdateItemRequest.builder().key(Keys.of(pk(lane), sk(cargo)));
  }

  private static String pk(Lane lane) {
    return Keys.destination(lane);
  }

  private static String sk(Cargo cargo) {
    return switch (cargo) {
      case Cargo.Content(var document) ->
          PREFIX + "DOC#" + document.environment() + document.path();
      case Cargo.News(var request, long sequence) ->
          PREFIX + "EVT#" + request + "#" + Keys.event(sequence);
    };
  }
}
