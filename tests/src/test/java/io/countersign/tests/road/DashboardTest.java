package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.tests.stage.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may read. */
class DashboardTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "requests/payments-1"})
  void the_page_is_at_its_own_addresses_with_strict_headers(String path) {
    Answer page = World.anonymous().get(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    Answer head = World.anonymous().head(path);
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Security-Policy"))
        .isEqualTo(page.header("Content-Security-Policy"));
  }

  @Test
  void the_page_learns_how_to_sign_in() {
    Answer config = World.anonymous().get("config.json");
    assertThat(config.text("/issuer")).isEqualTo(World.issuer());
    assertThat(config.text("/clientId")).isEqualTo(World.stack().outputs().get("ClientId"));
  }

  @Test
  void health_needs_no_token() {
    assertThat(World.anonymous().get("healthz").text("/status")).isEqualTo("up");
  }

  @Test
  void an_address_that_is_none_is_not_found() {
    assertThat(World.anonymous().get("v1/nothing").status()).isEqualTo(404);
    assertThat(World.anonymous().get("no-such-file.js").status()).isEqualTo(404);
    assertThat(World.anonymous().head("no-such-file.js").status()).isEqualTo(404);
  }
}
