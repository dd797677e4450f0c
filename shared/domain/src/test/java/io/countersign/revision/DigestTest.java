package io.countersign.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.name.InvalidName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
  private static final String ZEROS =
      "0000000000000000000000000000000000000000000000000000000000000";

  @ParameterizedTest
  @ValueSource(strings = {ZEROS + "09a", ZEROS + "abf"})
  void itIs64HexDigits(String text) {
    assertThat(new Digest(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ZEROS + "00", ZEROS + "0000", ZEROS + "00A", ZEROS + "00g"})
  void anythingElseIsRefused(String text) {
    assertThatExceptionOfType(InvalidName.class)
        .isThrownBy(() -> new Digest(text))
        .satisfies(each -> assertThat(each.rule()).isEqualTo("digest"));
  }
}
