package io.countersign.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Subject;
import io.countersign.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a token its issuer and subject are used, and nothing else. */
class CallerTest {
  private static final String ROUTE = "GET /v1/me";

  private static Answered answer(Calls call) {
    Router.Route route =
        http -> {
          Subject subject = Caller.of(http);
          return HttpResponse.json(
              200,
              Json.object().put("iss", subject.issuer()).put("sub", subject.subject()).build());
        };
    return Answered.of(new Router(Map.of(ROUTE, route)), call);
  }

  @Test
  void aPersonIsTheirIssuerAndSubject() {
    Answered answer =
        answer(
            Calls.to(ROUTE)
                .claim("iss", "i")
                .claim("sub", "s")
                .claim("client_id", "web")
                .claim("email", "boss@example.com"));
    assertThat(answer.text()).isEqualTo("{\"iss\":\"i\",\"sub\":\"s\"}");
  }

  @Test
  void withoutATokenNobodyCalls() {
    assertThat(answer(Calls.to(ROUTE)).status()).isEqualTo(401);
    assertThat(answer(Calls.to(ROUTE).claim("iss", "i")).status()).isEqualTo(401);
    assertThat(answer(Calls.to(ROUTE).claim("sub", "s")).status()).isEqualTo(401);
  }

  @Test
  void aClientsOwnTokenIsNeverAPerson() {
    Answered answer =
        answer(Calls.to(ROUTE).claim("iss", "i").claim("sub", "c").claim("client_id", "c"));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("not-a-person");
  }
}
