package io.countersign.edge.start;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A function's environment, read in its wiring and nowhere else. */
public record Settings(Map<String, String> environment) {
  /**
   * A setting that must be there.
   *
   * @throws IllegalStateException naming the one that is missing
   */
  public String text(String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the environment has no " + name);
    }
    return value;
  }

  /** A setting that may be absent or empty. */
  public String textOr(String name, String otherwise) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  /** The items of a setting with commas that may be absent or empty. */
  public List<String> listOrEmpty(String name) {
    return textOr(name, "").isEmpty() ? List.of() : list(name);
  }

  /** The items of a setting with commas. */
  public List<String> list(String name) {
    return Arrays.stream(text(name).split(",")).map(String::strip).toList();
  }
}
