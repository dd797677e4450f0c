package io.countersign.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a token its issuer and subject are used, and nothing else. */
class CallerTest {
  private static final String ROUTE = "GET /v1/me";
  private static final MachineClients ROBOTS = MachineClients.of(List.of("robot", "pipeline"));

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
    return Answered.of(new Router(Map.of(ROUTE, route)).knowing(ROBOTS), call);
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
  void aTokenOfAMachinesClientIsTheMachinesWhateverItsSubject() {
    for (String claim : List.of("client_id", "aud")) {
      assertThat(answer(client().claim(claim, "robot")).text()).contains("MACHINE");
    }
    assertThat(answer(client().claim("aud", "[other pipeline]")).text()).contains("MACHINE");
    assertThat(answer(client().claim("client_id", "robot").claim("aud", "api")).text())
        .contains("MACHINE");
  }

  @Test
  void aTokenThatIsAboutAnotherClientIsNobodys() {
    for (String claim : List.of("client_id", "aud")) {
      assertThat(answer(client().claim(claim, "c")).text()).contains("CLIENT");
    }
  }

  @Test
  void aTokenForAMachineFromAnotherClientIsNobodys() {
    assertThat(answer(client().claim("client_id", "web").claim("aud", "robot")).text())
        .contains("CLIENT");
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
    Router router = new Router(Map.of(ROUTE, route)).knowing(ROBOTS);
    for (String client : List.of("c", "robot")) {
      Answered answer = Answered.of(router, client().claim("client_id", client));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("not-a-person");
    }
    Answered person = Answered.of(router, client().claim("client_id", "web"));
    assertThat(person.text()).isEqualTo("{\"sub\":\"c\"}");
  }

  private static Calls client() {
    return Calls.to(ROUTE).claim("iss", "i").claim("sub", "c");
  }
}
