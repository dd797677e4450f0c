package io.countersign.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a",
        "/payments/db",
        "/A/a",
        "/_+=.@-",
        "/...",
        "/.env",
        "/a.",
        "/..a/b..",
        "/1/2/3/4/5/6/7/8/9/10"
      })
  void aPathHasOneToTenSegmentsOfTheAllowedCharacters(String text) {
    assertThat(DocumentPath.of(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "a",
        "a/b",
        "/a/",
        "//a",
        "/a//b",
        "/.",
        "/..",
        "/./a",
        "/../a",
        "/a/.",
        "/a/..",
        "/a/../b",
        "/a b",
        "/a%2Fb",
        "/a\\b",
        "/é",
        "/a\n",
        "\n/a",
        "/a\u0000",
        "/*",
        "/a/**",
        "/a:b",
        "/1/2/3/4/5/6/7/8/9/10/11"
      })
  void anyOtherTextIsRefusedWithWhatIsAllowed(String text) {
    assertThatExceptionOfType(InvalidName.class)
        .isThrownBy(() -> DocumentPath.of(text))
        .withMessageContaining("1 to 10 segments")
        .extracting(InvalidName::rule)
        .isEqualTo("path");
  }

  @Test
  void aSegmentHasAtMost128Characters() {
    assertThat(DocumentPath.of("/" + "a".repeat(128)).segments()).containsExactly("a".repeat(128));
    assertThatExceptionOfType(InvalidName.class)
        .isThrownBy(() -> DocumentPath.of("/" + "a".repeat(129)));
  }

  @Test
  void pathsAreCaseSensitive() {
    assertThat(DocumentPath.of("/A")).isNotEqualTo(DocumentPath.of("/a"));
  }

  @Test
  void segmentsComeInOrderWithoutSlashes() {
    assertThat(DocumentPath.of("/payments/db").segments()).containsExactly("payments", "db");
  }
}
