package io.countersign.faults.aws;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.ssm.model.DeleteParameterRequest;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;

/** What a call is about, in words that are the same in each run. */
final class Naming {
  private static final Pattern KIND = Pattern.compile("[A-Z]{2,}");
  private static final String PENDING = "pending/";
  private static final String CHANNELS = "channels/";

  private Naming() {}

  static String subject(SdkRequest request) {
    return switch (request) {
      case BatchGetItemRequest r ->
          kinds(r.requestItems().values().stream().flatMap(each -> each.keys().stream()));
      case GetItemRequest r -> kind(r.key());
      case PutItemRequest r -> kind(r.item());
      case UpdateItemRequest r -> kind(r.key());
      case QueryRequest r ->
          (r.indexName() == null ? "" : r.indexName() + " ")
              + kind(text(r.expressionAttributeValues(), ":pk"))
              + ranged(text(r.expressionAttributeValues(), ":sk"));
      case TransactWriteItemsRequest r -> kinds(r.transactItems().stream().map(Naming::key));
      case PutParameterRequest r -> parameter(r.name());
      case DeleteParameterRequest r -> parameter(r.name());
      default ->
          Stream.of("SecretId", "Name", "VersionStage")
              .flatMap(field -> request.getValueForField(field, String.class).stream())
              .map(Naming::named)
              .collect(Collectors.joining(" "));
    };
  }

  /** How far that is which the call writes down, or empty where it does not say. */
  static String status(SdkRequest request) {
    return request instanceof PutItemRequest put ? text(put.item(), "status") : "";
  }

  private static String parameter(String name) {
    return "parameter " + name.substring(name.lastIndexOf('/') + 1);
  }

  private static Map<String, AttributeValue> key(TransactWriteItem item) {
    if (item.put() != null) {
      return item.put().item();
    }
    if (item.update() != null) {
      return item.update().key();
    }
    return item.delete() != null ? item.delete().key() : item.conditionCheck().key();
  }

  private static String kinds(Stream<? extends Map<String, AttributeValue>> keys) {
    return keys.map(Naming::kind).distinct().sorted().collect(Collectors.joining(", "));
  }

  private static String kind(Map<String, AttributeValue> key) {
    String kind = kind(text(key, "sk"));
    return kind.isEmpty() || kind.equals("RULES")
        ? (kind(text(key, "pk")) + " " + kind).strip()
        : kind;
  }

  private static String kind(String key) {
    Matcher kind = KIND.matcher(key);
    return kind.lookingAt() ? kind.group() : "";
  }

  private static String ranged(String sort) {
    return sort.isEmpty() ? "" : " " + kind(sort);
  }

  private static String text(Map<String, AttributeValue> values, String name) {
    AttributeValue value = values.get(name);
    return value == null || value.s() == null ? "" : value.s();
  }

  /** A document by the last word of its path, which the emulator puts six characters behind. */
  private static String named(String name) {
    if (name.contains(PENDING)) {
      return "proposed values";
    }
    if (name.contains(CHANNELS)) {
      return "credential";
    }
    String last = name.substring(name.lastIndexOf('/') + 1).replaceFirst("-[A-Za-z0-9]{6}$", "");
    return name.contains("/") ? "document " + last : last;
  }
}
