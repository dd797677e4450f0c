package io.countersign.aws.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.destination.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;

/** What ECS is asked for, and what is made of its answers. */
class EcsServicesTest {
  private final List<String> asked = new ArrayList<>();
  private int status = 200;
  private String answer = "{}";
  private HttpServer server;
  private EcsServices services;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::ask);
    server.start();
    services =
        new EcsServices(
            EcsClient.builder()
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(each -> each.retryStrategy(retry -> retry.maxAttempts(1)))
                .build());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void ask(HttpExchange exchange) throws IOException {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    asked.add(
        target.substring(target.indexOf('.') + 1)
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void theServiceIsDeployedAnew() {
    services.deploy("apps", "shop");
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst())
        .startsWith("UpdateService ")
        .contains("\"cluster\":\"apps\"", "\"service\":\"shop\"", "\"forceNewDeployment\":true");
  }

  @Test
  void whatEcsRefusesIsTriedAgainAndItsCodeIsSaid() {
    status = 400;
    answer = "{\"__type\":\"ServiceNotFoundException\",\"message\":\"Service not found.\"}";
    assertThatThrownBy(() -> services.deploy("apps", "shop"))
        .isInstanceOf(Services.ServicesUnavailable.class)
        .hasMessage("ECS: ServiceNotFoundException");
  }

  @Test
  void aTestLooksWhetherTheServiceIsThere() {
    answer = "{\"services\":[{\"serviceName\":\"shop\",\"status\":\"ACTIVE\"}]}";
    assertThat(services.isActive("apps", "shop")).isTrue();
    answer = "{\"services\":[{\"serviceName\":\"shop\",\"status\":\"INACTIVE\"}]}";
    assertThat(services.isActive("apps", "shop")).isFalse();
    assertThat(asked).allMatch(each -> each.startsWith("DescribeServices "));
  }
}
