package io.countersign.tests.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What looks for leaks finds them. */
class CanariesTest {
  private final String value = Text.value();

  @Test
  void a_value_is_found_as_it_is_and_encoded() {
    for (String before : new String[] {"", "x", "xy", "{\"KEY\":\""}) {
      String text = before + value + "\"}";
      assertThat(Canaries.in("log: " + text)).isNotEmpty();
      assertThat(Canaries.in(URLEncoder.encode(text, StandardCharsets.UTF_8))).isNotEmpty();
      assertThat(Canaries.in("log " + HexFormat.of().formatHex(bytes(text)))).isNotEmpty();
      assertThat(Canaries.in("log " + Base64.getEncoder().encodeToString(bytes(text))))
          .isNotEmpty();
    }
  }

  @Test
  void what_a_guess_could_be_checked_against_is_found() throws Exception {
    for (String text : new String[] {value, "\"" + value + "\""}) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(text));
      assertThat(Canaries.in("{\"mac\":\"" + HexFormat.of().formatHex(hash) + "\"}")).isNotEmpty();
      assertThat(Canaries.in("mac=" + Base64.getEncoder().encodeToString(hash))).isNotEmpty();
    }
  }

  @Test
  void what_is_no_value_is_not_found() {
    String other = "{\"digest\":\"" + "ab".repeat(32) + "\",\"title\":\"A secret change\"}";
    assertThat(Canaries.in(other)).isEmpty();
    assertThat(Canaries.in(Base64.getEncoder().encodeToString(bytes(other)))).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
