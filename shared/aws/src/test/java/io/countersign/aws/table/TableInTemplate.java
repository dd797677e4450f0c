package io.countersign.aws.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** The table's keys and indexes as {@code template.yaml} has them. */
public record TableInTemplate(
    List<AttributeDefinition> attributes,
    List<KeySchemaElement> key,
    List<GlobalSecondaryIndex> indexes) {
  private static final Pattern ATTRIBUTE =
      Pattern.compile("AttributeName: (\\w+), AttributeType: (\\w)");
  private static final Pattern KEY = Pattern.compile("AttributeName: (\\w+), KeyType: (\\w+)");
  private static final Pattern NAME = Pattern.compile("\\w+");

  public static TableInTemplate read() {
    String properties = section(template(), "AWS::DynamoDB::Table", "\n\n");
    List<String> parts =
        List.of(properties.split("GlobalSecondaryIndexes:", 2)[1].split("- IndexName: "));
    List<GlobalSecondaryIndex> indexes = new ArrayList<>();
    for (String part : parts.subList(1, parts.size())) {
      indexes.add(index(part));
    }
    return new TableInTemplate(
        ATTRIBUTE.matcher(properties).results().map(TableInTemplate::attribute).toList(),
        keys(section(properties, "KeySchema:", "AttributeDefinitions:")),
        indexes);
  }

  public CreateTableRequest named(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attributes)
        .keySchema(key)
        .globalSecondaryIndexes(indexes)
        .build();
  }

  private static GlobalSecondaryIndex index(String part) {
    String name = NAME.matcher(part).results().findFirst().orElseThrow().group();
    if (!part.contains("ProjectionType: KEYS_ONLY")) {
      throw new IllegalStateException(name + " does not hold keys only");
    }
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(part))
        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
        .build();
  }

  private static AttributeDefinition attribute(MatchResult match) {
    return AttributeDefinition.builder()
        .attributeName(match.group(1))
        .attributeType(match.group(2))
        .build();
  }

  private static List<KeySchemaElement> keys(String text) {
    return KEY.matcher(text)
        .results()
        .map(
            match ->
                KeySchemaElement.builder()
                    .attributeName(match.group(1))
                    .keyType(match.group(2))
                    .build())
        .toList();
  }

  static String section(String text, String from, String to) {
    int start = text.indexOf(from);
    int end = text.indexOf(to, start);
    if (start < 0 || end < 0) {
      throw new IllegalStateException("the template has no " + from);
    }
    return text.substring(start, end);
  }

  static String template() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("template.yaml"))) {
      here = Objects.requireNonNull(here.getParent(), "no template.yaml above");
    }
    try {
      return Files.readString(here.resolve("template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
