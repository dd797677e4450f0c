package io.countersign.tests.api;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One method of one path. */
public record Operation(String method, String path, JsonNode node) {
  static final Comparator<Operation> MOST_LITERAL_FIRST =
      Comparator.<Operation>comparingInt(each -> each.path.contains("+}") ? 1 : 0)
          .thenComparingLong(each -> each.path.chars().filter(c -> c == '{').count());

  /** As a route's key. */
  public String key() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }

  /** Whether anybody may call it. */
  public boolean open() {
    return node.path("security").isArray();
  }

  boolean takes(String calledMethod, String calledPath) {
    return method.equalsIgnoreCase(calledMethod) && form().matcher(calledPath).matches();
  }

  private Pattern form() {
    return Pattern.compile(
        Stream.of(path.split("/", -1)).map(Operation::part).collect(Collectors.joining("/")));
  }

  private static String part(String segment) {
    return !segment.startsWith("{")
        ? Pattern.quote(segment)
        : segment.endsWith("+}") ? ".+" : "[^/]*";
  }
}
