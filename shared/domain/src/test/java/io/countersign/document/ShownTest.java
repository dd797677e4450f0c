package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names come from whoever wrote the secret: a message shows them so that nothing hides. */
class ShownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DB_PASSWORD|\"DB_PASSWORD\"",
        "`a b`|\"a b\"",
        "a\"b|\"a\\\"b\"",
        "a\\b|\"a\\\\b\"",
        "a\u00a0b|\"a\\u{a0}b\"",
        "a\u202eb|\"a\\u{202e}b\"",
        "größe|\"größe\"",
      })
  void itIsQuotedOnOneLineWithNothingInvisible(String name, String shown) {
    assertThat(Shown.name(name)).isEqualTo(shown);
  }

  @Test
  void whatIsLongIsCutAfterEightyCharacters() {
    assertThat(Shown.name("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
    assertThat(Shown.name("x".repeat(81))).isEqualTo("\"" + "x".repeat(80) + "…\"");
    assertThat(Shown.name("😀".repeat(81))).isEqualTo("\"" + "😀".repeat(80) + "…\"");
  }
}
