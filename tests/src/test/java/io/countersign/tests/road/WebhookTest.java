package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A webhook is told of what was merged, signed, without a value, and again where it was away. */
class WebhookTest {
  private static final byte[] KEY =
      "only-for-this-test-32-bytes-long".getBytes(StandardCharsets.UTF_8);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Scene scene = Scene.askingFor(1);
  private final Client ada = World.as(Person.ADA);
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger away = new AtomicInteger();
  private HttpServer server;

  private record Heard(String id, String time, String signature, String body) {
    JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hook", this::hear);
    server.start();
    assertThat(ada.put(path(), body()).status()).isEqualTo(201);
  }

  @AfterEach
  void hangUp() {
    server.stop(0);
  }

  private String path() {
    return scene.path("/destinations/hook");
  }

  private Map<String, Object> body() {
    return new TreeMap<>(
        Map.of(
            "type",
            "WEBHOOK",
            "environment",
            "prod",
            "url",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/hook",
            "events",
            List.of("Submitted"),
            "key",
            "whsec_" + Base64.getEncoder().encodeToString(KEY)));
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = exchange.getRequestHeaders();
    heard.add(
        new Heard(
            headers.getFirst("webhook-id"),
            headers.getFirst("webhook-timestamp"),
            headers.getFirst("webhook-signature"),
            body));
    exchange.sendResponseHeaders(away.getAndDecrement() > 0 ? 503 : 204, -1);
    exchange.close();
  }

  @Test
  void what_is_asked_for_and_merged_is_told_and_told_again_where_nobody_was_there()
      throws IOException, GeneralSecurityException {
    String value = Text.value();
    Proposal proposal = scene.proposes("/db", "KEY", value);
    await().atMost(Duration.ofSeconds(60)).until(() -> heard.size() == 1);
    assertThat(heard.getFirst().json().path("type").asText()).isEqualTo("Submitted");
    assertThat(heard.getFirst().json().path("request").asText()).isEqualTo(proposal.id());
    away.set(1);
    proposal.approve(Person.AMY);
    proposal.merge(Person.DAN);
    proposal.until(page -> page.at("/syncs/0/status").asText().equals("SYNCED"));
    assertThat(heard).hasSize(3);
    assertThat(heard.get(1).id()).isEqualTo(heard.get(2).id());
    Heard told = heard.get(2);
    assertThat(told.json().path("versionId").asText())
        .isEqualTo(World.SECRETS.version(scene.secret("/db")));
    assertThat(told.json().at("/requests/0").asText()).isEqualTo(proposal.id());
    assertThat(told.body()).doesNotContain(value);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    String signed = told.id() + "." + told.time() + "." + told.body();
    String hash =
        Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    assertThat(told.signature()).isEqualTo("v1," + hash);
    JsonNode page = ada.get(path() + "/syncs").body();
    assertThat(page.at("/items/0/status").asText()).isEqualTo("SYNCED");
    assertThat(page.at("/items/0/path").asText()).isEqualTo("/db");
  }

  @Test
  void whoever_set_it_up_can_try_it_and_have_everything_sent() throws IOException {
    scene.holds("/there-before", "{}");
    away.set(1);
    assertThat(checked().path("status").asText()).isEqualTo("FAILED");
    assertThat(checked().path("status").asText()).isEqualTo("PASSED");
    assertThat(heard.getLast().json().path("type").asText()).isEqualTo("Test");
    assertThat(ada.post(path() + "/sync", Map.of()).status()).isEqualTo(202);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                ada.get(path() + "/syncs")
                    .body()
                    .path("items")
                    .findValuesAsText("path")
                    .equals(List.of("/there-before")));
    assertThat(ada.post(path() + "/sync", Map.of("path", "no path")).status()).isEqualTo(422);
  }

  private JsonNode checked() {
    int before = heard.size();
    assertThat(ada.post(path() + "/test", Map.of()).status()).isEqualTo(202);
    await().atMost(Duration.ofSeconds(60)).until(() -> heard.size() == before + 1);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> !ada.get(path() + "/syncs").body().at("/check/status").asText().equals("QUEUED"));
    return ada.get(path() + "/syncs").body().path("check");
  }

  @Test
  void its_key_is_shown_to_nobody_and_the_one_before_signs_on_beside_the_next() {
    Map<String, Object> next = body();
    next.put("key", "whsec_" + "B".repeat(32));
    assertThat(ada.edit(path(), next).status()).isEqualTo(200);
    JsonNode shown = ada.get(path()).body();
    assertThat(shown.path("credentials")).hasSize(2);
    assertThat(shown.at("/credentials/0/lastFour").asText()).isEqualTo("BBBB");
    assertThat(shown.toString()).doesNotContain("B".repeat(32));
    next.remove("key");
    assertThat(ada.edit(path(), next).status()).isEqualTo(200);
    assertThat(ada.get(path()).body().path("credentials")).hasSize(2);
  }
}
