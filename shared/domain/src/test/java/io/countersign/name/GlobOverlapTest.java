package io.countersign.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.property.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two globs overlap when there is a path that both match. */
class GlobOverlapTest {
  private static final List<DocumentPath> PATHS = paths();

  @ParameterizedTest
  @CsvSource({
    "/**, /a, true",
    "/a/**, /a, true",
    "/a/*, /a, false",
    "/a/*, /*/b, true",
    "/a/**, /**/b, true",
    "/a/**, /b/**, false",
    "/A, /a, false",
    "/a/b/c/d/e/**, /**/v/w/x/y/z, true",
    "/a/b/c/d/e/f/**, /**/v/w/x/y/z, false"
  })
  void they_overlap(String one, String other, boolean overlap) {
    assertThat(PathGlob.of(one).overlaps(PathGlob.of(other))).isEqualTo(overlap);
    assertThat(PathGlob.of(other).overlaps(PathGlob.of(one))).isEqualTo(overlap);
  }

  @Test
  void theyDoAsTheyMatchSomePath() {
    Cases.each(
        2_000,
        random -> {
          PathGlob one = glob(random);
          PathGlob other = glob(random);
          assertThat(one.overlaps(other))
              .as("%s and %s", one, other)
              .isEqualTo(PATHS.stream().anyMatch(path -> one.matches(path) && other.matches(path)));
        });
  }

  private static PathGlob glob(RandomGenerator random) {
    StringBuilder glob = new StringBuilder();
    String before = "";
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      String part = Cases.oneOf(random, List.of("a", "b", "*", "**"));
      if (!(part.equals("**") && before.equals("**"))) {
        glob.append('/').append(part);
      }
      before = part;
    }
    return PathGlob.of(glob.toString());
  }

  /** All of two letters up to the length that three parts each can need. */
  private static List<DocumentPath> paths() {
    List<DocumentPath> paths = new ArrayList<>();
    List<String> before = List.of("");
    for (int length = 1; length <= 6; length++) {
      List<String> longer = new ArrayList<>();
      before.forEach(
          path -> {
            longer.add(path + "/a");
            longer.add(path + "/b");
          });
      longer.forEach(path -> paths.add(new DocumentPath(path)));
      before = longer;
    }
    return paths;
  }
}
