package io.countersign.aws.table;

import io.countersign.channel.Posting;
import io.countersign.channel.Postings;
import io.countersign.channel.Root;
import io.countersign.project.ChannelId;
import io.countersign.revision.RequestId;
import io.countersign.wire.PostingJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Postings in DynamoDB; {@code freeFrom} is from when one may be taken, and {@code tried} is 1
 * where an earlier try may have arrived.
 */
public final class DynamoPostings implements Postings {
  private static final String POSTING = "CHAT#";
  private static final String ROOT = "CHATROOT#";
  private static final String QUEUED = Posting.Status.QUEUED.name();

  private final Table table;

  public DynamoPostings(Table table) {
    this.table = table;
  }

  @Override
  public Claim claim(Posting queued) {
    Item before = table.get(Keys.request(queued.request()), sk(queued));
    Item taken =
        item(queued).put("freeFrom", queued.at().plus(IN_HAND).toEpochMilli()).put("tried", 1);
    if (before == null) {
      return table.put(taken, "attribute_not_exists(pk)") ? Claim.TAKEN : Claim.NOT_NOW;
    }
    if (!before.text("status").equals(QUEUED)) {
      return Claim.ENDED;
    }
    if (before.number("freeFrom") > queued.at().toEpochMilli() || !asRead(before, taken)) {
      return Claim.NOT_NOW;
    }
    return before.number("tried") == 1 ? Claim.TAKEN_AFTER_ANOTHER : Claim.TAKEN;
  }

  private boolean asRead(Item before, Item taken) {
    return table.put(
        taken,
        "#status = :queued AND freeFrom = :free",
        Map.of(
            ":queued", AttributeValue.fromS(QUEUED),
            ":free", Writes.number(before.number("freeFrom"))),
        Map.of("#status", "status"));
  }

  @Override
  public void end(Posting ended) {
    table.put(item(ended));
  }

  @Override
  public void giveBack(Posting waiting, Instant from, Tried tried) {
    table.put(
        item(waiting)
            .put("freeFrom", from.toEpochMilli())
            .put("tried", tried == Tried.PERHAPS ? 1 : 0));
  }

  @Override
  public List<Posting> of(RequestId request) {
    return table.all(Keys.request(request), POSTING).stream()
        .map(item -> PostingJson.read(item.data()))
        .toList();
  }

  @Override
  public @Nullable Root root(RequestId request, ChannelId channel) {
    Item item = table.get(Keys.request(request), ROOT + channel);
    return item == null
        ? null
        : new Root(
            request,
            channel,
            item.text("conversation"),
            item.text("message"),
            item.number("shows"));
  }

  @Override
  public void remember(Root root) {
    table.put(
        Item.of(Keys.request(root.request()), ROOT + root.channel())
            .put("conversation", root.conversation())
            .put("message", root.message())
            .put("shows", root.shows()),
        "attribute_not_exists(pk) OR #shows < :shows OR conversation <> :conversation",
        Map.of(
            ":shows", Writes.number(root.shows()),
            ":conversation", AttributeValue.fromS(root.conversation())),
        Map.of("#shows", "shows"));
  }

  private static Item item(Posting posting) {
    return Item.of(Keys.request(posting.request()), sk(posting))
        .put("status", posting.status().name())
        .data(PostingJson.write(posting));
  }

  private static String sk(Posting posting) {
    return POSTING + "%010d#%s".formatted(posting.sequence(), posting.channel());
  }
}
