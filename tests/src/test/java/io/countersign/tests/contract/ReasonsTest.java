package io.countersign.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.tests.api.Reasons;
import io.countersign.tests.text.Checkout;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The catalogue has every code that there is, and no other. Runs after all that call. */
@Order(Integer.MAX_VALUE)
class ReasonsTest {
  /** The first text of what makes a reason or a refusal. */
  private static final Pattern MADE =
      Pattern.compile(
          "\\b(?:Refusal\\.(?:forbidden|state|rule)|new Refusal|new Reason|Reason\\.of|turn|revise"
              + "|refusal|forbidden|(?:Problem\\.)?(?:of|field)(?=\\(\\s*\\d{3})|new Problem(?=\\(\\s*\\d{3}))"
              + "\\((?:\\s*[\\w.]+,)*\\s*\"([a-z]+(?:-[a-z]+)*)\"");

  private static final Set<String> CATALOGUE = Reasons.catalogue().keySet();

  @Test
  void every_code_that_is_made_is_in_the_catalogue() {
    Set<String> made = new TreeSet<>();
    main().forEach(text -> MADE.matcher(text).results().map(ReasonsTest::code).forEach(made::add));
    assertThat(made).hasSizeGreaterThan(60);
    assertThat(CATALOGUE).containsAll(made);
  }

  @Test
  void every_code_of_the_catalogue_is_one_that_the_sources_name() {
    Set<String> unknown = new TreeSet<>(CATALOGUE);
    main().forEach(text -> unknown.removeIf(code -> text.contains('"' + code + '"')));
    assertThat(unknown).isEmpty();
  }

  @Test
  void every_answered_code_is_in_the_catalogue_with_its_status() {
    for (String answered : Reasons.answered()) {
      String code = answered.substring(answered.indexOf(' ') + 1);
      assertThat(CATALOGUE).contains(code);
      if (!code.equals(answered)) {
        assertThat(Reasons.catalogue().get(code))
            .as(answered)
            .contains(answered.substring(0, answered.indexOf(' ')));
      }
    }
  }

  @Test
  void every_code_of_the_catalogue_is_named_in_a_test_or_was_answered() {
    Set<String> untested = new TreeSet<>(CATALOGUE);
    Reasons.answered().forEach(each -> untested.remove(each.replaceFirst("^\\d+ ", "")));
    sources("/src/test/java/")
        .forEach(text -> untested.removeIf(code -> text.contains('"' + code + '"')));
    assertThat(untested).isEmpty();
  }

  private static String code(MatchResult made) {
    return made.group(1);
  }

  private static Stream<String> main() {
    return sources("/src/main/java/");
  }

  private static Stream<String> sources(String folder) {
    return Stream.of("shared", "functions", "tests")
        .flatMap(root -> Checkout.files(Path.of(root), ".java").stream())
        .filter(file -> file.toString().contains(folder))
        .map(Checkout::text)
        // As it is within a text of JSON.
        .map(text -> text.replace("\\\"", "\""));
  }
}
