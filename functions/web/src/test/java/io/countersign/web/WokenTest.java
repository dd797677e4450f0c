package io.countersign.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stored event, fed to the real handler. */
class WokenTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ISSUER", "https://issuer.example.com",
          "CLIENT_ID", "dashboard",
          "AUTHORIZATION_ENDPOINT", "https://issuer.example.com/authorize",
          "TOKEN_ENDPOINT", "https://issuer.example.com/token",
          "SCOPES", "openid email");

  @Test
  void the_address_of_a_request_is_answered_with_the_page() {
    Json.Obj answer = Woken.by("web", new WebHandler(Wiring.router(ENVIRONMENT)));
    assertThat(Woken.status(answer)).isEqualTo(200);
    assertThat(answer.text()).contains("\"content-type\":\"text/html");
  }
}
