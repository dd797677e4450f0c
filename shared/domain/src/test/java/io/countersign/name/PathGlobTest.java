package io.countersign.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathGlobTest {
  @ParameterizedTest
  @CsvSource({
    "/a/*, /a/b, true",
    "/a/*, /a, false",
    "/a/*, /a/b/c, false",
    "/*/b, /a/b, true",
    "/*, /a, true",
    "/*, /a/b, false"
  })
  void aStarStandsForOneSegment(String glob, String path, boolean matches) {
    assertThat(PathGlob.of(glob).matches(DocumentPath.of(path))).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/**, /a, true",
    "/a/**, /a/b, true",
    "/a/**, /a/b/c, true",
    "/a/**, /ab, false",
    "/a/**, /b/a, false",
    "/**/db, /db, true",
    "/**/db, /x/y/db, true",
    "/**/db, /x/db/y, false",
    "/a/**/z, /a/z, true",
    "/a/**/z, /a/z/z, true",
    "/a/**/b/**/c, /a/b/b/c/c, true",
    "/a/**/b/**/c, /a/c/c, false"
  })
  void twoStarsStandForAnyNumberOfSegmentsNoneIncluded(String glob, String path, boolean matches) {
    assertThat(PathGlob.of(glob).matches(DocumentPath.of(path))).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/a/b", "/1/2/3/4/5/6/7/8/9/10"})
  void twoStarsAloneMatchEveryPath(String path) {
    assertThat(PathGlob.ALL.matches(DocumentPath.of(path))).isTrue();
    assertThat(PathGlob.ALL).isEqualTo(PathGlob.of("/**"));
  }

  @ParameterizedTest
  @CsvSource({
    "/a.b, /a.b, true",
    "/a.b, /axb, false",
    "/A, /a, false",
    "/a+, /aa, false",
    "/a, /a/b, false"
  })
  void everythingElseStandsForItself(String glob, String path, boolean matches) {
    assertThat(PathGlob.of(glob).matches(DocumentPath.of(path))).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource({"/a/b, true", "/a/*, false", "/**, false", "/**/a, false"})
  void aGlobWithoutWildcardIsExact(String glob, boolean exact) {
    assertThat(PathGlob.of(glob).exact()).isEqualTo(exact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|begins with '/'",
        "a/b|begins with '/'",
        "**|begins with '/'",
        "/|no empty segment",
        "/a/|no empty segment",
        "//a|no empty segment",
        "/a/..|no segment '.'",
        "/./a|no segment '.'",
        "/a*|whole segments",
        "/***|whole segments",
        "/a/**b|whole segments",
        "/a b|letters, digits",
        "/[ab]|letters, digits",
        "/a?|letters, digits",
        "/é|letters, digits",
        "/**/**|one '**' is enough",
        "/1/2/3/4/5/6/7/8/9/10/*|at most 10 segments",
        "/1/2/3/4/5/**/6/7/8/9/10/11|at most 10 segments"
      })
  void anInvalidGlobIsRefusedWithWhatIsWrong(String text, String message) {
    assertThatExceptionOfType(InvalidName.class)
        .isThrownBy(() -> PathGlob.of(text))
        .withMessageContaining(message)
        .extracting(InvalidName::rule)
        .isEqualTo("path-glob");
  }

  @Test
  void aLiteralSegmentHasAtMost128Characters() {
    assertThat(PathGlob.of("/" + "a".repeat(128)).exact()).isTrue();
    assertThatExceptionOfType(InvalidName.class)
        .isThrownBy(() -> PathGlob.of("/" + "a".repeat(129)));
  }

  @Test
  void tenSegmentsBesidesDoubleStarsAreAllowed() {
    PathGlob glob = PathGlob.of("/**/1/**/2/**/3/4/5/6/7/8/9/*/**");
    assertThat(glob.matches(DocumentPath.of("/1/2/3/4/5/6/7/8/9/x"))).isTrue();
    assertThat(glob.matches(DocumentPath.of("/1/2/3/4/5/6/7/8/9"))).isFalse();
  }
}
