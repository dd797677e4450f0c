package io.countersign.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.revision.RequestId;
import io.countersign.store.Contended;
import io.countersign.store.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every call has an answer, in the one shape that there is. */
class RouterTest {
  private static final String ROUTE = "POST /v1/things/{id}";
  private static final String SECRET = "hunter2-hunter2";

  private static Answered answer(Router.Route route, Calls call) {
    return Answered.of(new Router(Map.of(ROUTE, route)), call);
  }

  /** Reads one text of the body, of at most ten characters. */
  private static Answered field(String body) {
    return answer(RouterTest::read, Calls.to(ROUTE).body(body));
  }

  private static HttpResponse read(HttpRequest http) {
    Fields fields = http.fields();
    String name = fields.text("name", 10);
    fields.end();
    return HttpResponse.json(200, Json.object().put("name", name).build());
  }

  @Test
  void anAnswerIsJsonThatNobodyKeeps() {
    Answered answer = field("{\"name\":\"x\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("name")).isEqualTo("x");
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.header("cache-control")).isEqualTo("no-store");
  }

  @Test
  void anUnknownRouteIsNotFound() {
    Answered answer = answer(RouterTest::read, Calls.to("GET /v1/others"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:countersign:problem:not-found");
  }

  @Test
  void whatMayNotBeOrNotNowHasAReason() {
    for (int status : new int[] {403, 409}) {
      Answered answer =
          answer(_ -> Problem.of(status, "no-way", "There is no way.").response(), Calls.to(ROUTE));
      assertThat(answer.text())
          .contains(
              "\"reasons\":[{\"code\":\"no-way\",\"message\":\"There is no way.\",\"clearedBy\":[]}]");
    }
    assertThat(answer(_ -> Problem.notFound().response(), Calls.to(ROUTE)).body().get("reasons"))
        .isNull();
  }

  @Test
  void aMalformedBodyIs400AndEchoesNothing() {
    for (String body : new String[] {"{\"name\":\"" + SECRET, SECRET, "[" + SECRET + "]", "{}{}"}) {
      Answered answer = field(body);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).doesNotContain(SECRET, "hunter2");
    }
  }

  @Test
  void aMissingUnknownOrMistypedFieldIs400() {
    for (String body :
        new String[] {
          "",
          "{}",
          "{\"name\":null}",
          "{\"name\":1}",
          "{\"name\":\"x\",\"other\":\"" + SECRET + "\"}",
          "[]",
          "{\"name\":{\"x\":\"" + SECRET + "\"}}",
          "{\"name\":\"x\",\"name\":\"y\"}"
        }) {
      Answered answer = field(body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(answer.text()).contains("\"errors\":[{\"field\":").doesNotContain(SECRET);
    }
  }

  @Test
  void aFieldThatBreaksARuleIs422AndEchoesNothing() {
    Answered answer = field("{\"name\":\"" + SECRET + "\"}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("invalid-field");
    assertThat(answer.text()).contains("\"rule\":\"length\"").doesNotContain(SECRET);
    assertThat(field("{\"name\":\"\\ud800\"}").text()).contains("\"rule\":\"unicode\"");
  }

  @Test
  void whenAServiceIsAwayItIs503AndMayBeTriedAgain() {
    Answered away =
        answer(
            _ -> {
              throw new StoreUnavailable(SECRET, new IllegalStateException(SECRET));
            },
            Calls.to(ROUTE));
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.code()).isEqualTo("unavailable");
    assertThat(away.header("retry-after")).isEqualTo("2");
    assertThat(away.text()).doesNotContain(SECRET);
    Answered contended =
        answer(
            _ -> {
              throw new Contended();
            },
            Calls.to(ROUTE));
    assertThat(contended.status()).isEqualTo(503);
  }

  @Test
  void aFaultIs500AndTellsNothing() {
    Answered answer =
        answer(
            _ -> {
              throw new IllegalStateException(SECRET);
            },
            Calls.to(ROUTE));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("fault");
    assertThat(answer.text()).doesNotContain(SECRET, "IllegalState");
  }

  @Test
  void aParameterThatIsNoneIsNotFound() {
    Router.Route route =
        http ->
            HttpResponse.json(
                200,
                Json.object().put("id", http.parameter("id", RequestId::parse).toString()).build());
    assertThat(answer(route, Calls.to(ROUTE).with("id", "payments-7")).text("id"))
        .isEqualTo("payments-7");
    for (String id :
        new String[] {"", "x", "payments-0", "payments-07", "**-1", "%", "%zz", "a b-1"}) {
      assertThat(answer(route, Calls.to(ROUTE).with("id", id)).status()).as(id).isEqualTo(404);
    }
  }

  @Test
  void aBase64BodyIsReadAsItsText() {
    String body =
        Base64.getEncoder()
            .encodeToString("{\"name\":\"\u00e9\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(answer(RouterTest::read, Calls.to(ROUTE).base64(body)).text("name"))
        .isEqualTo("\u00e9");
  }

  @Test
  void bytesThatAreNoUtf8AreRefusedAndNotReplaced() {
    byte[] bytes = {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, '"', '}'};
    Answered answer =
        answer(RouterTest::read, Calls.to(ROUTE).base64(Base64.getEncoder().encodeToString(bytes)));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer(RouterTest::read, Calls.to(ROUTE).base64("%")).status()).isEqualTo(400);
  }

  @Test
  void headersAreFoundByAnyCase() {
    Router.Route route =
        http -> HttpResponse.json(200, Json.object().put("x", http.header("if-match")).build());
    assertThat(answer(route, Calls.to(ROUTE).header("If-MATCH", "7")).text("x")).isEqualTo("7");
  }
}
