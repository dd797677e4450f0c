package io.countersign.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.tests.text.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What sources look like. */
class SourcesTest {
  private static final List<String> ROOTS =
      List.of("shared", "functions", "verify", "local", "tests", "bench");

  @Test
  void every_package_is_null_marked() {
    Set<Path> unmarked = new TreeSet<>();
    sources()
        .map(Path::getParent)
        .distinct()
        .filter(folder -> !marked(folder))
        .forEach(unmarked::add);
    assertThat(unmarked).isEmpty();
  }

  @Test
  void handlers_have_at_most_40_lines_of_code() {
    List<Path> handlers =
        sources()
            .filter(file -> file.toString().matches(".*/functions/.*/main/.*Handler\\.java"))
            .toList();
    assertThat(handlers).hasSizeGreaterThanOrEqualTo(10);
    for (Path handler : handlers) {
      assertThat(Checkout.text(handler).lines().filter(SourcesTest::code).count())
          .as(handler.toString())
          .isLessThanOrEqualTo(40);
    }
  }

  /** A package's mark stands with its main code; packages that only tests have bear their own. */
  private static boolean marked(Path folder) {
    Path main = Path.of(folder.toString().replace("/src/test/", "/src/main/"));
    return Stream.of(folder, main)
        .map(each -> each.resolve("package-info.java"))
        .anyMatch(info -> Files.exists(info) && Checkout.text(info).contains("@NullMarked"));
  }

  private static boolean code(String line) {
    return !line.isBlank() && !line.strip().matches("(/?\\*|//|import |package ).*");
  }

  private static Stream<Path> sources() {
    return ROOTS.stream()
        .flatMap(root -> Checkout.files(Path.of(root), ".java").stream())
        .filter(file -> file.toString().contains("/src/"))
        // Has no parent and none of our dependencies.
        .filter(file -> !file.toString().contains("/local/dynamodb/"));
  }
}
