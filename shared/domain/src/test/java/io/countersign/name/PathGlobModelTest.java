package io.countersign.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.property.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PathGlobModelTest {
  @Test
  void aGlobMatchesAsTheNaiveMatcherDoes() {
    Cases.each(
        20_000,
        random -> {
          List<String> pattern = pattern(random);
          List<String> path = some(random, List.of("a", "b"), 1 + random.nextInt(6));
          assertThat(PathGlob.of(joined(pattern)).matches(DocumentPath.of(joined(path))))
              .as("%s on %s", pattern, path)
              .isEqualTo(naive(pattern, path));
        });
  }

  @Test
  void whatAGlobCoversMatchesNothingThatItDoesNot() {
    Cases.each(
        20_000,
        random -> {
          PathGlob wide = PathGlob.of(joined(pattern(random)));
          PathGlob narrow = PathGlob.of(joined(pattern(random)));
          DocumentPath path =
              DocumentPath.of(joined(some(random, List.of("a", "b", "c"), 1 + random.nextInt(6))));
          assertThat(wide.covers(narrow) && narrow.matches(path) && !wide.matches(path))
              .as("%s covers %s but for %s", wide, narrow, path)
              .isFalse();
        });
  }

  private static boolean naive(List<String> pattern, List<String> path) {
    if (pattern.isEmpty()) {
      return path.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.getFirst().equals("**")) {
      return naive(rest, path) || (!path.isEmpty() && naive(pattern, path.subList(1, path.size())));
    }
    return !path.isEmpty()
        && (pattern.getFirst().equals("*") || pattern.getFirst().equals(path.getFirst()))
        && naive(rest, path.subList(1, path.size()));
  }

  private static List<String> pattern(RandomGenerator random) {
    List<String> parts = new ArrayList<>();
    for (String part : some(random, List.of("a", "b", "*", "**"), 1 + random.nextInt(6))) {
      if (parts.isEmpty() || !(part.equals("**") && parts.getLast().equals("**"))) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static List<String> some(RandomGenerator random, List<String> things, int count) {
    List<String> some = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      some.add(Cases.oneOf(random, things));
    }
    return some;
  }

  private static String joined(List<String> parts) {
    return "/" + String.join("/", parts);
  }
}
