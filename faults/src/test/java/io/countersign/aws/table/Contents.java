package io.countersign.aws.table;

import io.countersign.audit.Recorded;
import io.countersign.channel.Posting;
import io.countersign.delivery.Delivery;
import io.countersign.destination.Sync;
import io.countersign.directory.PersonId;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Head;
import io.countersign.wire.DeliveryJson;
import io.countersign.wire.PostingJson;
import io.countersign.wire.RevisionJson;
import io.countersign.wire.SyncJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * All that a table holds of requests at one moment.
 *
 * @param deeds what the journals hold, as text
 * @param waiting on whose lists each request is
 */
public record Contents(
    SortedMap<RequestId, Kept> requests,
    List<Delivery> deliveries,
    List<Posting> postings,
    List<Sync> syncs,
    List<String> deeds,
    Map<RequestId, SortedSet<PersonId>> waiting) {
  private static final String WAITING = "WAIT#";

  /** One request. */
  public static final class Kept {
    private @Nullable Head head;
    private final List<Recorded> events = new ArrayList<>();
    private final Map<Digest, Revision> revisions = new HashMap<>();
    private long cursor;

    private Kept() {}

    public Head head() {
      return Objects.requireNonNull(head, "a request has its state");
    }

    public Request request() {
      return head().request();
    }

    /** In order. */
    public List<Recorded> events() {
      return events;
    }

    /** Up to which event it is published. */
    public long cursor() {
      return cursor;
    }

    public Revision revision() {
      return Objects.requireNonNull(revisions.get(request().digest()), "its revision");
    }
  }

  /** Reads the table from its beginning to its end. */
  public static Contents of(DynamoDbClient client, String table) {
    Contents all =
        new Contents(
            new TreeMap<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new HashMap<>());
    client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream()
        .map(Item::stored)
        .forEach(all::add);
    all.requests.values().removeIf(kept -> kept.head == null);
    return all;
  }

  /** A request that is there. */
  public Kept request(RequestId id) {
    return Objects.requireNonNull(requests.get(id), id.toString());
  }

  private void add(Item item) {
    String kind = item.sk().replaceFirst("#.*", "");
    if (kind.equals("DEED")) {
      deeds.add(item.text(Item.DATA));
    } else if (item.text(Keys.PK).startsWith(WAITING)) {
      waiting
          .computeIfAbsent(RequestId.parse(item.text("request")), _ -> new TreeSet<>())
          .add(new PersonId(item.text(Keys.PK).substring(WAITING.length())));
    } else if (item.text(Keys.PK).startsWith("CR#")) {
      of(item, kind);
    }
  }

  private void of(Item item, String kind) {
    switch (kind) {
      case "DLV" -> deliveries.add(DeliveryJson.read(item.data()));
      case "CHAT" -> postings.add(PostingJson.read(item.data()));
      case "SYN" -> syncs.add(SyncJson.read(item.data()));
      case "WAITING", "CHATROOT", "ROUND" -> {}
      case "STATE" -> kept(item).head = RequestItems.head(item);
      case "CURSOR" -> kept(item).cursor = item.number("sequence");
      case "EVT" -> kept(item).events.add(recorded(item));
      case "REV" -> {
        Revision revision = RevisionJson.read(item.data());
        kept(item).revisions.put(revision.digest(), revision);
      }
      default -> throw new IllegalStateException(item.sk());
    }
  }

  private Kept kept(Item item) {
    return requests.computeIfAbsent(item.request(), _ -> new Kept());
  }

  private static Recorded recorded(Item item) {
    return new Recorded(
        Keys.sequence(item.sk()), item.text(Item.DATA), item.text("previous"), item.text("hash"));
  }
}
