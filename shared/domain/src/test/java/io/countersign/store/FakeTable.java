package io.countersign.store;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The items of both fakes, with DynamoDB's promise: a transaction writes all of it or nothing. */
public final class FakeTable {
  /** The design's own limit (§4), within DynamoDB's. */
  private static final int MOST_ACTIONS = 60;

  /** One action of a transaction. */
  sealed interface Action {
    String key();

    Predicate<@Nullable Object> condition();

    record Put(String key, Predicate<@Nullable Object> condition, Object item) implements Action {}

    record Delete(String key, Predicate<@Nullable Object> condition) implements Action {}

    record Check(String key, Predicate<@Nullable Object> condition) implements Action {}
  }

  private final Doors doors = new Doors();
  // Never changed in place, so that copies may share it.
  private SortedMap<String, Object> items;

  public FakeTable() {
    this(Collections.emptySortedMap());
  }

  private FakeTable(SortedMap<String, Object> items) {
    this.items = items;
  }

  /** The same items, to go another way from here; no fault is waiting. Costs nothing. */
  public FakeTable copy() {
    return new FakeTable(items);
  }

  public Doors doors() {
    return doors;
  }

  <T> @Nullable T get(String key, Class<T> type) {
    return type.cast(items.get(key));
  }

  <T> T getOr(String key, T otherwise) {
    @SuppressWarnings("unchecked") // each key has one type
    T found = (T) items.get(key);
    return Objects.requireNonNullElse(found, otherwise);
  }

  /** The items of this type whose key begins so, in the keys' order. */
  <T> List<T> all(String prefix, Class<T> type) {
    return items.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  boolean transact(List<Action> actions) {
    Set<String> keys = new HashSet<>();
    actions.forEach(each -> keys.add(each.key()));
    if (keys.size() < actions.size() || actions.size() > MOST_ACTIONS) {
      throw new IllegalArgumentException("an item twice, or more than 60 actions");
    }
    if (!actions.stream().allMatch(each -> each.condition().test(items.get(each.key())))) {
      return false;
    }
    SortedMap<String, Object> next = new TreeMap<>(items);
    for (Action action : actions) {
      switch (action) {
        case Action.Put(String key, _, Object item) -> next.put(key, item);
        case Action.Delete(String key, _) -> next.remove(key);
        case Action.Check _ -> {}
      }
    }
    items = next;
    return true;
  }

  /** Whether both hold the same; fault doors and counts do not matter. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FakeTable table && table.items.equals(items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }
}
