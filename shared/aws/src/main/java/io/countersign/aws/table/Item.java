package io.countersign.aws.table;

import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.revision.RequestId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Builds and reads one item. */
final class Item {
  static final String DATA = "data";

  private final Map<String, AttributeValue> values;

  private Item(Map<String, AttributeValue> values) {
    this.values = values;
  }

  static Item of(String pk, String sk) {
    return new Item(new HashMap<>(Keys.of(pk, sk)));
  }

  static Item stored(Map<String, AttributeValue> values) {
    return new Item(values);
  }

  Item put(String name, @Nullable String value) {
    if (value != null) {
      values.put(name, AttributeValue.fromS(value));
    }
    return this;
  }

  Item put(String name, long value) {
    values.put(name, AttributeValue.fromN(Long.toString(value)));
    return this;
  }

  Item put(String name, boolean value) {
    values.put(name, AttributeValue.fromBool(value));
    return this;
  }

  Item data(Json json) {
    return put(DATA, json.text());
  }

  /** Names the item in one of the generic indexes. */
  Item index(int number, String pk, String sk) {
    return put("index" + number + "pk", pk).put("index" + number + "sk", sk);
  }

  /** The request that the item belongs to. */
  RequestId request() {
    return Keys.request(text(Keys.PK));
  }

  String text(String name) {
    return Objects.requireNonNull(values.get(name), name).s();
  }

  @Nullable String optionalText(String name) {
    AttributeValue value = values.get(name);
    return value == null ? null : value.s();
  }

  long number(String name) {
    AttributeValue value = values.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }

  boolean flag(String name) {
    return Objects.requireNonNull(values.get(name), name).bool();
  }

  Json data() {
    return JsonText.parse(text(DATA));
  }

  String sk() {
    return text(Keys.SK);
  }

  Map<String, AttributeValue> values() {
    return values;
  }
}
