package io.countersign.tests.permission;

import io.countersign.tests.text.Checkout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table in the documents: what each caller is answered, by operation. */
final class Table {
  private static final Path FILE = Path.of("docs/permissions.md");

  private Table() {}

  /** The rows as documented. */
  static Map<String, List<String>> documented() {
    Map<String, List<String>> rows = new TreeMap<>();
    Checkout.text(FILE)
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .forEach(
            cells -> rows.put(cells.get(1).replace("`", ""), cells.subList(2, cells.size() - 1)));
    return rows;
  }

  /** A row as it would have to be documented. */
  static String row(String operation, List<String> answers) {
    return Stream.concat(Stream.of("`" + operation + "`"), answers.stream())
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
