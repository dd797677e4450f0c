package io.countersign.aws.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.channel.Poster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPosterTest {
  private record Asked(URI uri, String authorization, String type, String body) {}

  private final List<Asked> asked = new ArrayList<>();
  private final Poster poster = new HttpPoster(Duration.ofSeconds(1), Duration.ofMillis(300));
  private HttpServer server;
  private volatile int status = 200;
  private volatile String body = "{\"ok\":true}";
  private volatile Duration slowness = Duration.ZERO;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(
        new Asked(
            exchange.getRequestURI(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    try {
      Thread.sleep(slowness);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.getResponseHeaders().set("Retry-After", "30");
    exchange.getResponseHeaders().set("Location", "/elsewhere");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Test
  void theTextIsSentAsItIs() {
    Poster.Answer answer = poster.post(at("/api"), bearer("xoxb-1"), "{\"text\":\"Grüße\"}");
    assertThat(answer).isEqualTo(new Poster.Answer(200, 30, "{\"ok\":true}"));
    assertThat(asked)
        .containsExactly(
            new Asked(
                URI.create("/api"),
                "Bearer xoxb-1",
                "application/json; charset=utf-8",
                "{\"text\":\"Grüße\"}"));
  }

  @Test
  void aSignedAddressIsAskedByItsSignature() {
    poster.post(at("/flows/1/run?sp=%2Ftriggers%2Frun&sv=1.0&sig=aB-_%2Bc%3D"), Map.of(), "{}");
    assertThat(asked.getFirst().authorization()).isEqualTo("null");
    assertThat(asked.getFirst().uri().getRawQuery().split("&"))
        .containsExactlyInAnyOrder("sp=%2Ftriggers%2Frun", "sv=1.0", "sig=aB-_%2Bc%3D");
  }

  @Test
  void whereItIsSentOnToIsNotAsked() {
    status = 302;
    assertThat(poster.post(at("/api"), Map.of(), "{}").status()).isEqualTo(302);
    assertThat(asked).hasSize(1);
  }

  @Test
  void ofALongAnswerTheBeginningIsRead() {
    body = "x".repeat(300_000);
    assertThat(poster.post(at("/api"), Map.of(), "{}").body()).hasSize(262_144);
  }

  @Test
  void whoDoesNotAnswerInTimeIsSaidWithoutTheAddress() {
    slowness = Duration.ofMillis(900);
    assertThatThrownBy(() -> poster.post(at("/hook?sig=secret"), bearer("xoxb-secret"), "{}"))
        .isInstanceOf(Poster.NoAnswer.class)
        .hasMessage("no answer: SocketTimeoutException")
        .hasNoCause();
    assertThat(asked).as("it is not sent again").hasSize(1);
  }

  @Test
  void whoAnswersBitByBitWithoutAnEndHasNotAnswered() {
    server.createContext("/slow", HttpPosterTest::trickle);
    assertThatThrownBy(() -> poster.post(at("/slow"), Map.of(), "{}"))
        .isInstanceOf(Poster.NoAnswer.class)
        .hasMessage("no answer: SocketTimeoutException");
  }

  /** Until who reads it goes away. */
  private static void trickle(HttpExchange exchange) {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, 0);
      while (true) {
        exchange.getResponseBody().write(' ');
        exchange.getResponseBody().flush();
        Thread.sleep(20);
      }
    } catch (IOException e) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whoIsNotThereIsSaidWithoutTheAddress() {
    server.stop(0);
    assertThatThrownBy(() -> poster.post(at("/hook?sig=secret"), Map.of(), "{}"))
        .isInstanceOf(Poster.NoAnswer.class)
        .hasNoCause()
        .hasMessageNotContaining("secret");
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }
}
