package io.countersign.json;

import io.countersign.name.InvalidName;
import io.countersign.name.Visible;
import io.countersign.name.WellFormed;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object's fields one by one; {@link #end} then refuses whatever was not asked for.
 * Everything that is wrong is an {@link InvalidField}.
 */
public final class Fields {
  private static final int LONGEST_MESSAGE = 4096;
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");

  private final String path;
  private final Map<String, Json> members;
  private final Set<String> asked = new LinkedHashSet<>();

  private Fields(String path, Map<String, Json> members) {
    this.path = path;
    this.members = members;
  }

  /** The fields of a whole body. */
  public static Fields of(Json json) {
    return of("", json);
  }

  private static Fields of(String path, Json json) {
    if (json instanceof Json.Obj(Map<String, Json> members)) {
      return new Fields(path, members);
    }
    throw new InvalidField(path.isEmpty() ? "body" : path, "type", "must be an object");
  }

  /** The field's path from the body's root. */
  public String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** The value, or null when it is absent or JSON null. */
  public @Nullable Json optional(String name) {
    asked.add(name);
    Json value = members.get(name);
    return value instanceof Json.Null ? null : value;
  }

  /** Whether the field is given. */
  public boolean has(String name) {
    return optional(name) != null;
  }

  private Json required(String name) {
    Json value = optional(name);
    if (value == null) {
      throw new InvalidField(at(name), "required", "is missing");
    }
    return value;
  }

  public String text(String name) {
    return text(at(name), required(name));
  }

  public @Nullable String optionalText(String name) {
    Json value = optional(name);
    return value == null ? null : text(at(name), value);
  }

  /** A text of at least one and at most so many characters, of which something can be seen. */
  public String text(String name, int longest) {
    String text = text(name);
    if (text.codePointCount(0, text.length()) > longest || !Visible.anything(text)) {
      throw new InvalidField(
          at(name), "length", "must have 1 to " + longest + " characters, not all invisible");
    }
    return text;
  }

  /** A message or comment, at most {@value #LONGEST_MESSAGE} bytes of UTF-8 and not blank. */
  public String message(String name) {
    String text = fitting(name, text(name));
    if (!Visible.anything(text)) {
      throw new InvalidField(at(name), "length", "must say something");
    }
    return text;
  }

  /** A message or comment, empty where it is absent. */
  public String messageOrEmpty(String name) {
    String text = optionalText(name);
    return text == null ? "" : fitting(name, text);
  }

  private String fitting(String name, String text) {
    if (WellFormed.utf8(text).length > LONGEST_MESSAGE) {
      throw new InvalidField(
          at(name), "length", "must have at most " + LONGEST_MESSAGE + " bytes of UTF-8");
    }
    return text;
  }

  /** A text made into a type; the type's refusal becomes the field's. */
  public <T> T typed(String name, Function<String, T> type) {
    return typed(at(name), text(name), type);
  }

  public <T> @Nullable T optionalTyped(String name, Function<String, T> type) {
    String text = optionalText(name);
    return text == null ? null : typed(at(name), text, type);
  }

  private static <T> T typed(String at, String text, Function<String, T> type) {
    try {
      return type.apply(text);
    } catch (InvalidName e) {
      throw new InvalidField(at, e.rule(), "must be " + e.getMessage());
    }
  }

  /** An ISO 8601 duration of a minute to a year, or null where it is absent. */
  public @Nullable Duration optionalDuration(String name) {
    String text = optionalText(name);
    Duration duration = text == null ? null : duration(text);
    if (text != null
        && (duration == null
            || duration.compareTo(SHORTEST) < 0
            || duration.compareTo(LONGEST) > 0)) {
      throw new InvalidField(
          at(name), "duration", "must be an ISO 8601 duration of PT1M to P365D, such as P14D");
    }
    return duration;
  }

  /** A time before the year 9000, or null where it is absent. */
  public @Nullable Instant optionalTime(String name) {
    String text = optionalText(name);
    return text == null ? null : time(name, text);
  }

  public Instant time(String name) {
    return time(name, text(name));
  }

  private Instant time(String name, String text) {
    try {
      Instant time = Instant.parse(text);
      if (time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeParseException e) {
      // Refused below, as any other text.
    }
    throw new InvalidField(at(name), "time", "must be a time such as 2026-11-27T09:00:00Z");
  }

  private static @Nullable Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** One of an enum's constants, by its exact name. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    String text = text(name);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    String all =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    throw new InvalidField(at(name), "choice", "must be one of " + all);
  }

  /** The same, or this one where it is absent. */
  public <E extends Enum<E>> E choiceOr(String name, E otherwise) {
    return has(name) ? choice(name, otherwise.getDeclaringClass()) : otherwise;
  }

  /** A whole number in these bounds. */
  public int number(String name, int least, int most) {
    return bounded(name, required(name), least, most);
  }

  public int numberOr(String name, int otherwise, int least, int most) {
    Json value = optional(name);
    return value == null ? otherwise : bounded(name, value, least, most);
  }

  private int bounded(String name, Json value, int least, int most) {
    if (!(value instanceof Json.Num(String token)) || !token.matches("-?[0-9]{1,9}")) {
      throw new InvalidField(at(name), "type", "must be a whole number");
    }
    int number = Integer.parseInt(token);
    if (number < least || number > most) {
      throw new InvalidField(at(name), "range", "must be " + least + " to " + most);
    }
    return number;
  }

  public boolean flagOr(String name, boolean otherwise) {
    return switch (optional(name)) {
      case null -> otherwise;
      case Json.Bool(boolean value) -> value;
      default -> throw new InvalidField(at(name), "type", "must be true or false");
    };
  }

  /** The items of an array of objects, empty where it is absent. */
  public List<Fields> objects(String name) {
    List<Fields> items = new ArrayList<>();
    List<Json> array = array(name);
    for (int i = 0; i < array.size(); i++) {
      items.add(of(at(name) + "[" + i + "]", array.get(i)));
    }
    return items;
  }

  /** The items of an array of texts, each made into a type; empty where it is absent. */
  public <T> List<T> typedList(String name, Function<String, T> type) {
    List<T> items = new ArrayList<>();
    List<Json> array = array(name);
    for (int i = 0; i < array.size(); i++) {
      String at = at(name) + "[" + i + "]";
      items.add(typed(at, text(at, array.get(i)), type));
    }
    return items;
  }

  private List<Json> array(String name) {
    return switch (optional(name)) {
      case null -> List.of();
      case Json.Arr(List<Json> items) -> items;
      default -> throw new InvalidField(at(name), "type", "must be an array");
    };
  }

  /** The members of an object of texts, in order; empty where it is absent. */
  public Map<String, String> textMap(String name) {
    Json value = optional(name);
    if (value == null) {
      return Map.of();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    Fields fields = of(at(name), value);
    for (Map.Entry<String, Json> member : fields.members.entrySet()) {
      texts.put(member.getKey(), text(fields.at(member.getKey()), member.getValue()));
    }
    return texts;
  }

  /** The members of an object of objects, in order; empty where it is absent. */
  public Map<String, Fields> objectMap(String name) {
    Fields fields = optionalObject(name);
    if (fields == null) {
      return Map.of();
    }
    Map<String, Fields> objects = new LinkedHashMap<>();
    for (Map.Entry<String, Json> member : fields.members.entrySet()) {
      objects.put(member.getKey(), of(fields.at(member.getKey()), member.getValue()));
    }
    return objects;
  }

  /** A whole number of any size that fits. */
  public long number(String name) {
    if (required(name) instanceof Json.Num(String token)) {
      try {
        return Long.parseLong(token);
      } catch (NumberFormatException e) {
        throw new InvalidField(at(name), "type", "must be a whole number that fits");
      }
    }
    throw new InvalidField(at(name), "type", "must be a whole number");
  }

  /** The fields of an object. */
  public Fields object(String name) {
    return of(at(name), required(name));
  }

  /** The fields of an object, or null where it is absent. */
  public @Nullable Fields optionalObject(String name) {
    Json value = optional(name);
    return value == null ? null : of(at(name), value);
  }

  /** Refuses the first field that nobody asked for. */
  public void end() {
    for (String name : members.keySet()) {
      if (!asked.contains(name)) {
        throw new InvalidField(
            at(name), "unknown", "is not known here; known are " + String.join(", ", asked));
      }
    }
  }

  private static String text(String at, Json value) {
    if (value instanceof Json.Str(String text)) {
      if (!WellFormed.is(text)) {
        throw new InvalidField(at, "unicode", "must be well-formed Unicode");
      }
      return text;
    }
    throw new InvalidField(at, "type", "must be a text");
  }
}
