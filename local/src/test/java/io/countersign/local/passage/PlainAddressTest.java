package io.countersign.local.passage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.countersign.local.api.Answer;
import io.countersign.local.api.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlainAddressTest {
  private static final byte[] ALL_BYTES = new byte[256];

  static {
    IntStream.range(0, 256).forEach(each -> ALL_BYTES[each] = (byte) each);
  }

  private HttpServer named;
  private PlainAddress plain;

  @BeforeEach
  void start() throws IOException {
    named = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    named.createContext(
        "/echo",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          exchange.getResponseHeaders().set("X-Host", headers.getFirst("Host"));
          exchange.getResponseHeaders().set("X-Token", headers.getFirst("Authorization") + "");
          exchange.getResponseHeaders().set("X-Asked", exchange.getRequestURI().toString());
          exchange.getResponseHeaders().add("X-Twice", "1");
          exchange.getResponseHeaders().add("X-Twice", "2");
          byte[] body = exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(207, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    named.start();
    plain = PlainAddress.of(URI.create("http://api.localhost:4600"), endpoint(), 0);
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + named.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    plain.close();
    named.stop(0);
  }

  @Test
  void requestArrivesUnderTheNameAndIsOtherwiseAsItWas() {
    Answer answer =
        Api.at(plain.address()).as("t").post("/echo/a%2Fb?q=1%20", "{\"text\":\"\u20ac\"}");
    assertThat(answer.status()).isEqualTo(207);
    assertThat(answer.header("X-Host")).isEqualTo("api.localhost:4600");
    assertThat(answer.header("X-Token")).isEqualTo("Bearer t");
    assertThat(answer.header("X-Asked")).isEqualTo("/echo/a%2Fb?q=1%20");
    assertThat(answer.headers().allValues("X-Twice")).containsExactly("1", "2");
    assertThat(answer.text("/text")).isEqualTo("\u20ac");
  }

  @Test
  void bytesStayBytes() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(plain.address().resolve("/echo"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(ALL_BYTES))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, BodyHandlers.ofByteArray()).body()).isEqualTo(ALL_BYTES);
    }
  }

  @Test
  void answerWithoutABodyHasNone() {
    Api api = Api.at(plain.address());
    assertThat(api.head("/echo").status()).isEqualTo(207);
    assertThat(api.get("/echo").body().isMissingNode()).isTrue();
    assertThat(api.get("/nowhere").status()).isEqualTo(404);
  }

  @Test
  void loopbackResolvesAndANameOfNobodyDoesNot() {
    assertThat(PlainAddress.resolves("127.0.0.1")).isTrue();
    assertThat(PlainAddress.resolves("nobody.invalid")).isFalse();
  }
}
