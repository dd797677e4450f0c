package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.name.InvalidName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "DB_PASSWORD", "a.b-c", "..", "0"})
  void aKeyNameHasTheAllowedCharacters(String text) {
    assertThat(KeyName.of(text).value()).isEqualTo(text);
    assertThat(KeyName.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "é", "a\n", "a\u0000", "a$", "\""})
  void anyOtherNameIsRefusedWithWhatIsAllowed(String text) {
    assertThatExceptionOfType(InvalidName.class)
        .isThrownBy(() -> KeyName.of(text))
        .withMessage("1 to 255 letters, digits and _.-")
        .extracting(InvalidName::rule)
        .isEqualTo("key-name");
  }
}
