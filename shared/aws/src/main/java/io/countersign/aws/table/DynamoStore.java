package io.countersign.aws.table;

import io.countersign.audit.Chain;
import io.countersign.directory.Directory;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.request.Event;
import io.countersign.request.Status;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Remembered;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import io.countersign.wire.EventJson;
import io.countersign.wire.ProjectJson;
import io.countersign.wire.RevisionJson;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Requests in DynamoDB. */
public final class DynamoStore implements Store {
  private final Table table;
  private final InstantSource clock;
  private final Remembered remembered = new Remembered();

  public DynamoStore(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Reading read(Ask ask) {
    return new ReadingOf(table, clock).read(ask);
  }

  @Override
  public @Nullable Revision revision(RequestId request, Digest digest) {
    Item item = table.get(Keys.request(request), Keys.revision(digest));
    return item == null ? null : RevisionJson.read(item.data());
  }

  @Override
  public @Nullable Rules rules(ProjectId project) {
    return holding(new RulesOf(table).project(project));
  }

  @Override
  public List<Rules> everyProject() {
    List<ProjectId> ids =
        table.indexed(1, Keys.PROJECTS).stream()
            .map(item -> ProjectJson.project(item.data()).id())
            .sorted()
            .toList();
    List<Rules> all = new ArrayList<>();
    for (Counters counters : new ReadingOf(table, clock).counters(ids)) {
      Rules rules = rules(counters);
      if (rules != null) {
        all.add(rules);
      }
    }
    return all;
  }

  /** With the grants that hold at the moment of the read. */
  private @Nullable Rules holding(@Nullable Rules rules) {
    return rules == null ? null : rules.at(clock.instant());
  }

  @Override
  public @Nullable Rules rules(Counters counters) {
    return holding(remembered.rules(counters, this::rules));
  }

  @Override
  public Directory directory() {
    return new RulesOf(table).directory();
  }

  @Override
  public Directory directory(Counters counters) {
    return remembered.directory(counters, this::directory);
  }

  @Override
  public long nextNumber(ProjectId project) {
    UpdateItemResponse answer =
        table.update(
            UpdateItemRequest.builder()
                .key(Keys.of(Keys.project(project), "COUNTER"))
                .updateExpression("ADD n :one")
                .expressionAttributeValues(Map.of(":one", Writes.number(1)))
                .returnValues(ReturnValue.UPDATED_NEW));
    return Item.stored(answer.attributes()).number("n");
  }

  @Override
  public @Nullable RequestId lockedBy(Collection<String> secretNames) {
    return new Locks(table).holder(secretNames);
  }

  @Override
  public boolean begin(Repeat started) {
    return table.put(
        RequestItems.repeat(started),
        "attribute_not_exists(pk) OR #ttl <= :now",
        Map.of(":now", Writes.number(clock.instant().getEpochSecond())),
        Map.of("#ttl", "ttl"));
  }

  @Override
  public boolean commit(Commit commit) {
    Writes writes = new Writes(table);
    Head before = commit.before();
    String hash = events(commit, before, writes);
    Item state = RequestItems.state(commit, before == null ? 1 : before.version() + 1, hash);
    if (before == null) {
      writes.create(state);
    } else {
      asRead(state, before, commit, writes);
    }
    if (commit.revision() != null) {
      writes.create(RequestItems.revision(commit.revision()));
    }
    Locks.change(writes, before, commit);
    DynamoNeighbours.change(writes, before, commit);
    DynamoGrants.change(writes, commit);
    commit.entries().forEach(each -> DynamoRegistry.add(each, writes));
    Counters counters = commit.unchanged();
    if (counters != null) {
      String project = Keys.project(counters.project());
      counted(writes, project, counters.rules(), commit.movesRules());
      counted(writes, Keys.DIRECTORY, counters.directory(), commit.movesDirectory());
    }
    Repeat repeat = commit.repeat();
    if (repeat != null) {
      writes.put(
          RequestItems.repeat(repeat),
          "attribute_not_exists(pk) OR #ttl <= :now"
              + " OR (attribute_not_exists(#request) AND body = :body)",
          Map.of(
              ":body", AttributeValue.fromS(repeat.body()),
              ":now", Writes.number(commit.at().getEpochSecond())),
          Map.of("#request", "request", "#ttl", "ttl"));
    }
    if (commit.ballot() != null) {
      DynamoBallots.spend(writes, commit.ballot(), commit.at());
    }
    return writes.commit();
  }

  private static void counted(Writes writes, String owner, long counter, boolean moves) {
    if (moves) {
      writes.bump(owner, counter);
    } else {
      writes.unchanged(owner, counter);
    }
  }

  /** The version as read, and the facts that the decision rested on, in the condition itself. */
  private static void asRead(Item state, Head before, Commit commit, Writes writes) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":version", Writes.number(before.version()));
    values.put(":status", AttributeValue.fromS(before.request().status().name()));
    values.put(":digest", AttributeValue.fromS(before.request().digest().hex()));
    String condition = "version = :version AND #status = :status AND digest = :digest";
    if (before.request().status() == Status.OPEN && commit.inTime()) {
      condition += " AND (attribute_not_exists(deadline) OR deadline > :now)";
      values.put(":now", Writes.number(commit.at().toEpochMilli()));
    }
    if (before.plan() != null) {
      condition += " AND fence = :fence";
      values.put(":fence", Writes.number(before.plan().lease().fence()));
    }
    writes.put(state, condition, values, Map.of("#status", "status"));
  }

  /** Adds the event items; the hash of the last one. */
  private static String events(Commit commit, @Nullable Head before, Writes writes) {
    String hash = before == null ? Chain.START : before.hash();
    long sequence = commit.after().sequence() - commit.events().size();
    RequestId id = commit.after().id();
    for (Event event : commit.events()) {
      sequence++;
      String text = EventJson.record(id, sequence, commit.at(), event).text();
      String own = Chain.next(hash, text);
      writes.create(
          Item.of(Keys.request(id), Keys.event(sequence))
              .put(Item.DATA, text)
              .put("previous", hash)
              .put("hash", own));
      hash = own;
    }
    return hash;
  }
}
