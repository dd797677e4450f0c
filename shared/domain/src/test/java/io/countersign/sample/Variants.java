package io.countersign.sample;

import io.countersign.directory.Subject;
import io.countersign.name.PathGlob;
import io.countersign.policy.AccessTerms;
import io.countersign.policy.Reminders;
import io.countersign.project.EnvironmentId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records that differ from one in a single thing that it says, however deep that lies. */
public final class Variants {
  private static final Map<Class<?>, Object> SOME =
      Map.of(
          String.class, "some",
          Duration.class, Duration.ofSeconds(77),
          EnvironmentId.class, new EnvironmentId("some"),
          PathGlob.class, new PathGlob("/some"),
          Subject.class, new Subject("some", "one"),
          Reminders.class, new Reminders(Duration.ofHours(1), Duration.ofHours(2), 3),
          AccessTerms.class, AccessTerms.USUAL);

  /** What takes the place of something that need not be there. */
  private static final Object ABSENT = new Object();

  private Variants() {}

  /**
   * One of them.
   *
   * @param place of what is another, each record's component before those of what is in it
   */
  public record Variant<T>(List<String> place, T value) {
    Variant<Object> in(String component, Object whole) {
      return new Variant<>(Stream.concat(Stream.of(component), place.stream()).toList(), whole);
    }
  }

  /** Those of a record; none of what its class does not let be so. */
  public static <T extends Record> List<Variant<T>> of(T record) {
    List<Variant<T>> all = new ArrayList<>();
    for (Variant<Object> each : records(record)) {
      @SuppressWarnings("unchecked") // of the same class
      T value = (T) each.value();
      all.add(new Variant<>(each.place(), value));
    }
    return all;
  }

  /** The components of a record, and of all that are in it. */
  public static SortedSet<String> components(@Nullable Object value) {
    SortedSet<String> all = new TreeSet<>();
    switch (value) {
      case null -> {}
      case Record record -> {
        for (RecordComponent each : record.getClass().getRecordComponents()) {
          all.add(named(record, each));
          all.addAll(components(read(record, each)));
        }
      }
      case Iterable<?> items -> items.forEach(each -> all.addAll(components(each)));
      case Map<?, ?> map -> {
        all.addAll(components(map.keySet()));
        all.addAll(components(map.values()));
      }
      default -> {}
    }
    return all;
  }

  private static String named(Record record, RecordComponent component) {
    return record.getClass().getSimpleName() + "." + component.getName();
  }

  private static List<Variant<Object>> records(Record record) {
    List<Variant<Object>> all = new ArrayList<>();
    RecordComponent[] components = record.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      Object value = read(record, components[i]);
      for (Variant<Object> other : others(record, components[i], value)) {
        Record made = with(record, i, other.value());
        if (made != null) {
          all.add(other.in(named(record, components[i]), made));
        }
      }
    }
    return all;
  }

  private static List<Variant<Object>> others(
      Record record, RecordComponent component, @Nullable Object value) {
    if (value == null) {
      return Stream.concat(
              Stream.of(record.getClass().getRecordComponents())
                  .filter(each -> each.getType() == component.getType())
                  .map(each -> read(record, each)),
              Stream.of(component.getType()).map(SOME::get))
          .filter(each -> each != null)
          .limit(1)
          .map(Variants::itself)
          .toList();
    }
    List<Variant<Object>> all = new ArrayList<>(others(value));
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      all.add(itself(ABSENT));
    }
    return all;
  }

  private static Variant<Object> itself(Object value) {
    return new Variant<>(List.of(), value);
  }

  private static List<Variant<Object>> others(Object value) {
    return switch (value) {
      case Record record -> records(record);
      case List<?> items -> lists(items);
      case Set<?> items -> lists(List.copyOf(items)).stream().map(Variants::set).toList();
      case Map<?, ?> items -> maps(items);
      case String text ->
          Stream.of(text + "x", "x" + text, text + "/", "xx", digits(text))
              .map(Variants::itself)
              .toList();
      case Boolean flag -> List.of(itself(!flag));
      case Integer number -> List.of(itself(number + 1), itself(number - 1));
      case Long number -> List.of(itself(number + 1));
      case Instant time -> List.of(itself(time.plusMillis(1)));
      case Duration time -> List.of(itself(time.plusSeconds(1)), itself(time.plusNanos(1)));
      case Enum<?> constant ->
          Stream.of(constant.getDeclaringClass().getEnumConstants())
              .filter(each -> !each.equals(constant))
              .map(each -> itself(each))
              .toList();
      default -> throw new IllegalArgumentException("of no kind known: " + value.getClass());
    };
  }

  /** As long as that, as digests are. */
  private static String digits(String text) {
    String all = "0".repeat(text.length());
    return all.equals(text) ? "1".repeat(text.length()) : all;
  }

  private static List<Variant<Object>> lists(List<?> items) {
    List<Variant<Object>> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      List<Object> fewer = new ArrayList<>(items);
      fewer.remove(i);
      all.add(itself(fewer));
      for (Variant<Object> other : others(items.get(i))) {
        List<Object> changed = new ArrayList<>(items);
        changed.set(i, other.value());
        all.add(new Variant<>(other.place(), changed));
      }
    }
    return all;
  }

  private static Variant<Object> set(Variant<Object> list) {
    return new Variant<>(list.place(), new TreeSet<>((List<?>) list.value()));
  }

  private static List<Variant<Object>> maps(Map<?, ?> items) {
    List<Variant<Object>> all = new ArrayList<>();
    for (Map.Entry<?, ?> item : items.entrySet()) {
      Map<Object, Object> fewer = new TreeMap<>(items);
      fewer.remove(item.getKey());
      all.add(itself(fewer));
      for (Variant<Object> key : others(item.getKey())) {
        Map<Object, Object> changed = new TreeMap<>(fewer);
        changed.put(key.value(), item.getValue());
        all.add(new Variant<>(key.place(), changed));
      }
      for (Variant<Object> value : others(item.getValue())) {
        Map<Object, Object> changed = new TreeMap<>(items);
        changed.put(item.getKey(), value.value());
        all.add(new Variant<>(value.place(), changed));
      }
    }
    return all;
  }

  private static @Nullable Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("records of the domain are public", e);
    }
  }

  /** The same record with another component; null where its class refuses that. */
  private static @Nullable Record with(Record record, int index, Object other) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = Stream.of(components).map(each -> read(record, each)).toArray();
    values[index] = other == ABSENT ? null : other;
    try {
      Constructor<? extends Record> constructor = record.getClass().getDeclaredConstructor(types);
      Record made = constructor.newInstance(values);
      return made.equals(record) ? null : made;
    } catch (InvocationTargetException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("records of the domain are public", e);
    }
  }
}
