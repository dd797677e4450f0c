package io.countersign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardTest {
  private static final SignIn SIGN_IN =
      new SignIn(
          "https://issuer.example",
          "client-1",
          URI.create("https://login.example/authorize"),
          URI.create("https://token.example:8443/oauth2/token"),
          "https://login.example/logout",
          "openid email");
  private static final Site SITE =
      new Site(
          Asset.of("index.html", "<!doctype html>page"),
          Map.of(
              "/assets/main-ABC.js", Asset.of("main-ABC.js", "go()", new byte[] {1, 2}),
              "/assets/made-ABC.js", Asset.of("made-ABC.js", "made()")));

  private final Dashboard dashboard = new Dashboard(SITE, SIGN_IN);

  private HttpResponse ask(String method, String path, Map<String, String> headers) {
    return dashboard.answer(
        new HttpRequest(
            method + " /{proxy+}", method, path, Map.of(), Map.of(), headers, Map.of(), ""));
  }

  private HttpResponse get(String path) {
    return ask("GET", path, Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/requests/payments-1",
        "/policies/p_1",
        "/files",
        "/v10",
        "/requests/*-12",
        "/requests/%2A-12"
      })
  void addressesOfThePageAreThePageAndAreNeverKept(String path) {
    HttpResponse answer = get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<!doctype html>page");
    assertThat(answer.headers())
        .containsEntry("content-type", "text/html; charset=utf-8")
        .containsEntry("cache-control", "no-store");
  }

  @Test
  void filesWithAHashInTheirNameAreKeptForEver() {
    HttpResponse answer = get("/assets/main-ABC.js");
    assertThat(answer.body()).isEqualTo("go()");
    assertThat(answer.headers())
        .containsEntry("content-type", "text/javascript; charset=utf-8")
        .containsEntry("cache-control", "public, max-age=31536000, immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/main-OLD.js",
        "/favicon.ico",
        "/index.html/",
        "/../../etc/passwd",
        "/assets/../files",
        "/assets/%2e%2e/files",
        "/..%2fetc/passwd",
        "/..\\etc\\passwd",
        "/requests/a\u0000b",
        "/v1",
        "/v1/change-requests",
        "assets/main-ABC.js",
        ""
      })
  void aPathThatIsNoFileAndNoAddressIsNotFound(String path) {
    HttpResponse answer = get(path);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get"})
  void theFilesCanOnlyBeRead(String method) {
    HttpResponse answer = ask(method, "/", Map.of());
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.body()).contains("\"method-not-allowed\"");
    assertThat(answer.headers()).containsEntry("allow", "GET, HEAD");
  }

  @Test
  void headIsGetWithoutTheBody() {
    HttpResponse head = ask("HEAD", "/assets/main-ABC.js", Map.of("accept-encoding", "gzip"));
    HttpResponse get = ask("GET", "/assets/main-ABC.js", Map.of("accept-encoding", "gzip"));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.headers()).isEqualTo(get.headers());
    assertThat(head.body()).isEmpty();
    assertThat(head.binary()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/config.json", "/assets/main-ABC.js", "/nothing.here", "/v1/x"})
  void everyAnswerCarriesTheStrictHeaders(String path) {
    Map<String, String> headers = get(path).headers();
    assertThat(headers.get("content-security-policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self' https://token.example:8443; base-uri 'none'; form-action"
                + " 'none'; frame-ancestors 'none'; require-trusted-types-for 'script';"
                + " trusted-types 'none'");
    assertThat(headers)
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("x-frame-options", "DENY")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("strict-transport-security", "max-age=31536000");
  }

  @Test
  void theStrictHeadersAreOnRefusalsToo() {
    assertThat(ask("POST", "/", Map.of()).headers()).containsKey("content-security-policy");
  }

  @Test
  void theConfigurationIsNeverKept() {
    HttpResponse answer = get("/config.json");
    assertThat(answer.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("cache-control", "no-store");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"issuer":"https://issuer.example","clientId":"client-1",\
            "authorizationEndpoint":"https://login.example/authorize",\
            "tokenEndpoint":"https://token.example:8443/oauth2/token",\
            "endSessionEndpoint":"https://login.example/logout",\
            "scopes":"openid email","api":""}""");
  }

  @Test
  void whatTheBuildHasPackedIsSentToThoseWhoTakeIt() {
    HttpResponse answer =
        ask("GET", "/assets/main-ABC.js", Map.of("accept-encoding", "gzip, deflate, br"));
    assertThat(answer.headers())
        .containsEntry("content-encoding", "br")
        .containsEntry("vary", "accept-encoding");
    assertThat(answer.binary()).isTrue();
    assertThat(Base64.getDecoder().decode(answer.body())).containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/main-ABC.js gzip", "/assets/made-ABC.js br, gzip;q=0.8"})
  void whatIsNotThereInThatWayIsZipped(String asked) throws IOException {
    String[] words = asked.split(" ", 2);
    HttpResponse answer = ask("GET", words[0], Map.of("accept-encoding", words[1]));
    assertThat(answer.headers())
        .containsEntry("content-encoding", "gzip")
        .containsEntry("vary", "accept-encoding");
    assertThat(answer.binary()).isTrue();
    byte[] bytes = Base64.getDecoder().decode(answer.body());
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).endsWith("()");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zstd", "gzip;q=0", "gzip; q=0, br;q=0", "br;q=0.0"})
  void textIsPlainForTheOthers(String accepted) {
    HttpResponse answer = ask("GET", "/assets/main-ABC.js", Map.of("accept-encoding", accepted));
    assertThat(answer.headers()).doesNotContainKey("content-encoding");
    assertThat(answer.body()).isEqualTo("go()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token.example/x", "javascript:alert(1)", "https:/nohost"})
  void aTokenEndpointThatCannotBeNamedInThePolicyIsRefusedAtInit(String endpoint) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SignIn(
                    "i", "c", URI.create("https://a.example"), URI.create(endpoint), "", "openid"));
  }
}
