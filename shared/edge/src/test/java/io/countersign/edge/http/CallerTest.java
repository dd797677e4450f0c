package io.countersign.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a token its issuer and subject are used, and nothing else. */
class CallerTest {
  private static final String ROUTE = "GET /v1/me";

  private static Answered answer(Calls call) {
    Router.Route route =
        http -> {
          Caller caller = Caller.of(http);
          return HttpResponse.json(
              200,
              Json.object()
                  .put("iss", caller.subject().issuer())
                  .put("sub", caller.subject().subject())
                  .put("bearer", caller.bearer().name())
                  .build());
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
    assertThat(answer.text()).isEqualTo("{\"iss\":\"i\",\"sub\":\"s\",\"bearer\":\"PERSON\"}");
  }

  @Test
  void withoutATokenNobodyCalls() {
    assertThat(answer(Calls.to(ROUTE)).status()).isEqualTo(401);
    assertThat(answer(Calls.to(ROUTE)).code()).isEqualTo("sign-in");
    assertThat(answer(Calls.to(ROUTE).claim("iss", "i")).status()).isEqualTo(401);
    assertThat(answer(Calls.to(ROUTE).claim("sub", "s")).status()).isEqualTo(401);
  }

  @Test
  void aTokenThatIsAboutItsClientIsTheClientsOwn() {
    for (String claim : List.of("client_id", "aud")) {
      Answered answer = answer(client().claim(claim, "c"));
      assertThat(answer.text()).contains("CLIENT");
    }
  }

  @Test
  void aTokenOfAnotherUseIsAsNone() {
    assertThat(answer(client().claim("token_use", "id")).status()).isEqualTo(401);
    assertThat(answer(client().claim("token_use", "access")).status()).isEqualTo(200);
  }

  @Test
  void aClientsOwnTokenIsNeverAPerson() {
    Router.Route route =
        http ->
            HttpResponse.json(
                200, Json.object().put("sub", Caller.of(http).person().subject()).build());
    Answered client =
        Answered.of(new Router(Map.of(ROUTE, route)), client().claim("client_id", "c"));
    assertThat(client.status()).isEqualTo(403);
    assertThat(client.code()).isEqualTo("not-a-person");
    Answered person =
        Answered.of(new Router(Map.of(ROUTE, route)), client().claim("client_id", "web"));
    assertThat(person.text()).isEqualTo("{\"sub\":\"c\"}");
  }

  private static Calls client() {
    return Calls.to(ROUTE).claim("iss", "i").claim("sub", "c");
  }
}
