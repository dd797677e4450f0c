package io.countersign.aws.table;

import io.countersign.directory.PersonId;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.waiting.Noted;
import io.countersign.waiting.WaitingLists;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Lists in DynamoDB: {@code WAIT#<person>} holds an item a request, in the order of submission, and
 * each request has one item that says on whose lists it is.
 */
public final class DynamoWaitingLists implements WaitingLists {
  private static final String WAITING = "WAITING";
  private static final String PEOPLE = "people";

  private final Table table;

  public DynamoWaitingLists(Table table) {
    this.table = table;
  }

  @Override
  public Noted noted(RequestId request) {
    Item item = table.get(Keys.request(request), WAITING);
    return item == null
        ? Noted.NONE
        : new Noted(item.number("version"), item.number("sequence"), people(item));
  }

  /** A set in DynamoDB is never empty. */
  private static SortedSet<PersonId> people(Item item) {
    AttributeValue people = item.values().get(PEOPLE);
    List<String> ids = people == null ? List.of() : people.ss();
    return ids.stream().map(PersonId::new).collect(Collectors.toCollection(TreeSet::new));
  }

  @Override
  public boolean note(Request request, Noted before, Noted after) {
    Item noted = Item.of(Keys.request(request.id()), WAITING).put("sequence", after.sequence());
    if (!after.people().isEmpty()) {
      List<String> ids = after.people().stream().map(PersonId::value).toList();
      noted.values().put(PEOPLE, AttributeValue.fromSs(ids));
    }
    Writes writes = new Writes(table).version(noted, after.version());
    for (PersonId person : after.people()) {
      if (!before.people().contains(person)) {
        writes.put(
            Item.of(Keys.waiting(person), Keys.newest(request))
                .put("request", request.id().toString()));
      }
    }
    for (PersonId person : before.people()) {
      if (!after.people().contains(person)) {
        writes.delete(Keys.waiting(person), Keys.newest(request));
      }
    }
    return writes.commit();
  }
}
