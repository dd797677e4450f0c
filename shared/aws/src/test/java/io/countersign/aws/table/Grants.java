package io.countersign.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Refuses a client what the role of a function does not let it write, by the partitions that {@code
 * template.yaml} lists: neither DynamoDB Local nor the emulator looks at them.
 *
 * @param partitions by action
 */
record Grants(String function, Map<String, List<Pattern>> partitions)
    implements ExecutionInterceptor {
  private static final Pattern STATEMENT = Pattern.compile("\n {14}- ");
  private static final Pattern ACTION = Pattern.compile("dynamodb:(\\w+)");
  private static final Pattern KEYS = Pattern.compile("\"dynamodb:LeadingKeys\": \\[(.*?)]");
  private static final Pattern KEY = Pattern.compile("\"([^\"]+)\"");

  static Grants of(String function) {
    String role =
        TableInTemplate.section(TableInTemplate.template(), "\n  " + function + "Role:\n", "\n\n");
    Map<String, List<Pattern>> partitions = new HashMap<>();
    for (String statement : STATEMENT.split(role, -1)) {
      if (statement.contains("Resource: !GetAtt Table.Arn")) {
        List<Pattern> listed = listed(statement);
        ACTION
            .matcher(statement.replaceAll(KEYS.pattern(), ""))
            .results()
            .forEach(
                action ->
                    partitions
                        .computeIfAbsent(action.group(1), _ -> new ArrayList<>())
                        .addAll(listed));
      }
    }
    return new Grants(function, partitions);
  }

  /** A statement that lists none is about all. */
  private static List<Pattern> listed(String statement) {
    List<Pattern> listed =
        KEYS.matcher(statement)
            .results()
            .flatMap(keys -> KEY.matcher(keys.group(1)).results())
            .map(key -> Pattern.compile(Pattern.quote(key.group(1)).replace("*", "\\E.*\\Q")))
            .toList();
    return listed.isEmpty() ? List.of(Pattern.compile(".*")) : listed;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    switch (context.request()) {
      case PutItemRequest put -> lets("PutItem", put.item());
      case UpdateItemRequest update -> lets("UpdateItem", update.key());
      case DeleteItemRequest delete -> lets("DeleteItem", delete.key());
      case TransactWriteItemsRequest all -> all.transactItems().forEach(this::lets);
      default -> {}
    }
  }

  private void lets(TransactWriteItem item) {
    if (item.put() != null) {
      lets("PutItem", item.put().item());
    } else if (item.update() != null) {
      lets("UpdateItem", item.update().key());
    } else if (item.delete() != null) {
      lets("DeleteItem", item.delete().key());
    } else {
      lets("ConditionCheckItem", item.conditionCheck().key());
    }
  }

  private void lets(String action, Map<String, AttributeValue> item) {
    String partition = Objects.requireNonNull(item.get(Keys.PK)).s();
    assertThat(partitions.getOrDefault(action, List.of()))
        .as("%s may not %s %s", function, action, partition)
        .anyMatch(each -> each.matcher(partition).matches());
  }
}
