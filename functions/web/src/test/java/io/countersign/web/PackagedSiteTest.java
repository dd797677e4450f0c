package io.countersign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.countersign.edge.http.Coding;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagedSiteTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ISSUER", "https://issuer.example",
          "CLIENT_ID", "client-1",
          "AUTHORIZATION_ENDPOINT", "https://login.example/authorize",
          "TOKEN_ENDPOINT", "https://login.example/token",
          "SCOPES", "openid");
  private static final SignIn SIGN_IN =
      new SignIn(
          "https://issuer.example/?a=1&b='<x>'",
          "client-1",
          URI.create("https://login.example/authorize"),
          URI.create("https://login.example/token"),
          "",
          "openid");

  @Test
  void thePageNamesOnlyFilesThatAreThere() {
    Site site = Site.packaged(SIGN_IN);
    assertThat(named(site))
        .hasSizeBetween(2, 4)
        .allSatisfy(path -> assertThat(site.at(path)).isNotNull());
  }

  /** What the browser asks for as soon as it has the page. */
  private static List<String> named(Site site) {
    return Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
        .matcher(site.page().text())
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void everyOtherFileHasItsHashInItsName() {
    assertThat(Site.packaged(SIGN_IN).assets().keySet())
        .isNotEmpty()
        .allMatch(path -> path.matches("/assets/[a-z]+-[A-Z0-9]{8}\\.(js|css)"));
  }

  @Test
  void thePageHasNothingInline() {
    assertThat(Site.packaged(SIGN_IN).page().text())
        .doesNotContain("<style", "style=", "onclick", "javascript:")
        .doesNotContainPattern("<script(?![^>]*src=)");
  }

  @Test
  void thePageHasWhatASignInNeedsWithNothingOfItTakenForMarkup() {
    assertThat(Site.packaged(SIGN_IN).page().text())
        .contains(
            """
            content='{"issuer":"https://issuer.example/?a=1&amp;b=&#39;<x>&#39;","clientId":"client-1",""");
  }

  @ParameterizedTest
  @CsvSource({"GZIP,56000", "BROTLI,50000"})
  void allThatAFirstVisitNeedsOfItIsSmall(Coding coding, int most) {
    Site site = Site.packaged(SIGN_IN);
    assertThat(
            named(site).stream()
                .map(path -> Objects.requireNonNull(site.at(path)).packed())
                .mapToInt(packed -> Objects.requireNonNull(packed.get(coding)).length)
                .sum())
        .isLessThan(most);
  }

  @Test
  void anEventIsAnsweredAsTheHttpApiTakesIt() {
    Json event =
        JsonText.parse(
            """
            {"routeKey":"GET /{proxy+}","rawPath":"/requests/payments-1",
             "headers":{"Accept-Encoding":"gzip, br"},
             "requestContext":{"http":{"method":"GET","path":"/requests/payments-1"}}}""");
    Json.Obj answer = (Json.Obj) Wiring.router(ENVIRONMENT).answer(event);
    assertThat(answer.get("statusCode")).isEqualTo(Json.of(200));
    assertThat(answer.get("isBase64Encoded")).isEqualTo(Json.of(true));
  }

  @Test
  void aMissingSettingIsNamedAtInit() {
    Map<String, String> less = new HashMap<>(ENVIRONMENT);
    less.remove("TOKEN_ENDPOINT");
    assertThatIllegalStateException()
        .isThrownBy(() -> Wiring.router(less))
        .withMessageContaining("TOKEN_ENDPOINT");
  }
}
