package io.countersign.aws.table;

import io.countersign.directory.PersonId;
import io.countersign.link.Ballot;
import io.countersign.link.Ballots;
import io.countersign.link.Link;
import io.countersign.link.Turn;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Links in DynamoDB, each under the hash of its token, and ballots, one for each request and
 * person. What is open about a ballot is in the condition of every write to it.
 */
public final class DynamoBallots implements Ballots {
  /** Longer than a message can lie in a queue, so that no mail that comes again begins anew. */
  private static final Duration SWEPT_AFTER = Duration.ofDays(7);

  private static final String LINK = "LINK";
  private static final String BALLOT = "BALLOT";
  private static final String OPEN = "turn = :turn AND spent = :false AND #until > :now";
  private static final Map<String, String> UNTIL = Map.of("#until", "until");

  private final Table table;

  public DynamoBallots(Table table) {
    this.table = table;
  }

  @Override
  public @Nullable Ballot open(Ballot fresh) {
    boolean first =
        table.put(
            item(fresh),
            "attribute_not_exists(pk) OR #turn < :turn",
            Map.of(":turn", turn(fresh.turn())),
            Map.of("#turn", "turn"));
    Ballot present = first ? fresh : of(fresh.request(), fresh.person());
    return present != null && present.turn().equals(fresh.turn()) ? present : null;
  }

  @Override
  public void keep(Link link, Ballot ballot) {
    table.put(
        swept(
            Item.of(Keys.link(link.token()), LINK)
                .put("code", link.code())
                .put("request", link.request().toString())
                .put("digest", link.digest().hex())
                .put("person", link.person().value())
                .put("turn", turn(link.turn()).s())
                .put("grounds", link.grounds()),
            ballot));
  }

  @Override
  public @Nullable Link find(String token) {
    Item item = table.get(Keys.link(token), LINK);
    return item == null
        ? null
        : new Link(
            token,
            item.text("code"),
            RequestId.parse(item.text("request")),
            new Digest(item.text("digest")),
            new PersonId(item.text("person")),
            turn(item),
            item.text("grounds"));
  }

  @Override
  public @Nullable Ballot of(RequestId request, PersonId person) {
    Item item = table.get(Keys.ballot(request, person), BALLOT);
    return item == null ? null : ballot(item, request, person);
  }

  @Override
  public @Nullable Ballot take(Link link, Instant now) {
    RequestId request = link.request();
    PersonId person = link.person();
    UpdateItemRequest.Builder update =
        UpdateItemRequest.builder()
            .key(Keys.of(Keys.ballot(request, person), BALLOT))
            .updateExpression("SET tries = tries + :one")
            .conditionExpression(OPEN + " AND tries < :most")
            .expressionAttributeNames(UNTIL)
            .expressionAttributeValues(
                Map.of(
                    ":one", Writes.number(1),
                    ":most", Writes.number(Ballot.MOST_TRIES),
                    ":turn", turn(link.turn()),
                    ":false", AttributeValue.fromBool(false),
                    ":now", Writes.number(now.toEpochMilli())));
    Item after = table.updated(update.returnValues(ReturnValue.ALL_NEW));
    return after == null ? null : ballot(after, request, person);
  }

  /** Adds the use of a ballot to the transaction of its vote. */
  static void spend(Writes writes, Ballot ballot, Instant now) {
    writes.put(
        item(ballot.used()),
        OPEN,
        Map.of(
            ":turn", turn(ballot.turn()),
            ":false", AttributeValue.fromBool(false),
            ":now", Writes.number(now.toEpochMilli())),
        UNTIL);
  }

  private static Item item(Ballot ballot) {
    return swept(
        Item.of(Keys.ballot(ballot.request(), ballot.person()), BALLOT)
            .put("turn", turn(ballot.turn()).s())
            .put("until", ballot.until().toEpochMilli())
            .put("tries", ballot.tries())
            .put("spent", ballot.spent()),
        ballot);
  }

  private static Ballot ballot(Item item, RequestId request, PersonId person) {
    return new Ballot(
        request,
        person,
        turn(item),
        Instant.ofEpochMilli(item.number("until")),
        (int) item.number("tries"),
        item.flag("spent"));
  }

  private static Item swept(Item item, Ballot ballot) {
    return item.put("ttl", ballot.until().plus(SWEPT_AFTER).getEpochSecond());
  }

  /** Sorts as turns do. */
  private static AttributeValue turn(Turn turn) {
    return AttributeValue.fromS("%010d#%05d".formatted(turn.asked(), turn.reminder()));
  }

  private static Turn turn(Item item) {
    String[] parts = item.text("turn").split("#", -1);
    return new Turn(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
  }
}
