package io.countersign.aws.table;

import io.countersign.destination.Written;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Names of written parameters in DynamoDB: one item a document and destination, a string set. */
public final class DynamoWritten implements Written {
  private static final String NAMES = "written";

  private final Table table;

  public DynamoWritten(Table table) {
    this.table = table;
  }

  @Override
  public SortedSet<String> names(Place place) {
    Item item = table.get(pk(place), sk(place));
    AttributeValue names = item == null ? null : item.values().get(NAMES);
    return names == null ? new TreeSet<>() : new TreeSet<>(names.ss());
  }

  @Override
  public void note(Place place, Collection<String> names) {
    change(place, "ADD written :names", names);
  }

  @Override
  public void strike(Place place, Collection<String> names) {
    change(place, "DELETE written :names", names);
  }

  private void change(Place place, String how, Collection<String> names) {
    if (!names.isEmpty()) {
      table.update(
          UpdateItemRequest.builder()
              .key(Keys.of(pk(place), sk(place)))
              .updateExpression(how)
              .expressionAttributeValues(
                  Map.of(":names", AttributeValue.fromSs(List.copyOf(names)))));
    }
  }

  private static String pk(Place place) {
    return Keys.destination(place.lane());
  }

  private static String sk(Place place) {
    return place.document().environment() + "" + place.document().path();
  }
}
