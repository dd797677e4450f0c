package io.countersign.aws.table;

import io.countersign.destination.Written;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Names of written parameters in DynamoDB: one item a document and destination, two string sets.
 */
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
  public void begin(Place place, String run, Collection<String> names) {
    Map<String, AttributeValue> values = new HashMap<>(Map.of(":run", set(List.of(run))));
    String add = "ADD running :run";
    if (!names.isEmpty()) {
      values.put(":names", set(names));
      add += ", written :names";
    }
    table.update(on(place).updateExpression(add).expressionAttributeValues(values));
  }

  @Override
  public void strike(Place place, String run, Collection<String> names) {
    if (!names.isEmpty()) {
      table.updateIf(
          on(place)
              .updateExpression("DELETE written :names")
              .conditionExpression("running = :run")
              .expressionAttributeValues(Map.of(":names", set(names), ":run", set(List.of(run)))));
    }
  }

  @Override
  public void end(Place place, String run) {
    table.update(
        on(place)
            .updateExpression("DELETE running :run")
            .expressionAttributeValues(Map.of(":run", set(List.of(run)))));
  }

  private static UpdateItemRequest.Builder on(Place place) {
    return UpdateItemRequest.builder().key(Keys.of(pk(place), sk(place)));
  }

  private static AttributeValue set(Collection<String> texts) {
    return AttributeValue.builder().ss(texts).build();
  }

  private static String pk(Place place) {
    return "DESTINATION#" + place.project() + "#" + place.destination();
  }

  private static String sk(Place place) {
    return place.document().environment() + "" + place.document().path();
  }
}
