package io.countersign.json;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON value. Objects keep their members' order. */
public sealed interface Json {
  record Obj(Map<String, Json> members) implements Json {
    /** The member, or null. */
    public @Nullable Json get(String name) {
      return members.get(name);
    }
  }

  record Arr(List<Json> items) implements Json {}

  record Str(String value) implements Json {}

  /** A number by its token, so that nothing is lost. */
  record Num(String token) implements Json {}

  record Bool(boolean value) implements Json {}

  record Null() implements Json {}

  /** A text or null. */
  static Json of(@Nullable String value) {
    return value == null ? new Null() : new Str(value);
  }

  static Json of(long value) {
    return new Num(Long.toString(value));
  }

  static Json of(boolean value) {
    return new Bool(value);
  }

  /** A time in ISO 8601, or null. */
  static Json of(@Nullable Instant value) {
    return value == null ? new Null() : new Str(value.toString());
  }

  /** An array with each item as the function makes it. */
  static <T> Json array(Collection<T> items, Function<? super T, Json> each) {
    return new Arr(items.stream().map(each).toList());
  }

  /** An array of the items' texts. */
  static Json texts(Collection<?> items) {
    return array(items, item -> new Str(item.toString()));
  }

  /** An object to be filled member by member. */
  static Builder object() {
    return new Builder();
  }

  /** The compact text. */
  default String text() {
    return JsonText.write(this);
  }

  /** Fills an object in the order of the calls. */
  final class Builder {
    private final Map<String, Json> members = new LinkedHashMap<>();

    public Builder put(String name, Json value) {
      members.put(name, value);
      return this;
    }

    public Builder put(String name, @Nullable String value) {
      return put(name, of(value));
    }

    public Builder put(String name, long value) {
      return put(name, of(value));
    }

    public Builder put(String name, boolean value) {
      return put(name, of(value));
    }

    public Builder put(String name, @Nullable Instant value) {
      return put(name, of(value));
    }

    /** Leaves the member out when there is no value. */
    public Builder putIf(String name, @Nullable String value) {
      return value == null ? this : put(name, value);
    }

    public Builder putAll(Map<String, Json> more) {
      members.putAll(more);
      return this;
    }

    public Obj build() {
      return new Obj(Collections.unmodifiableMap(members));
    }
  }
}
