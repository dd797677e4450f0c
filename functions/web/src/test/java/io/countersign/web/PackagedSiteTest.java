package io.countersign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PackagedSiteTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ISSUER", "https://issuer.example",
          "CLIENT_ID", "client-1",
          "AUTHORIZATION_ENDPOINT", "https://login.example/authorize",
          "TOKEN_ENDPOINT", "https://login.example/token",
          "SCOPES", "openid");

  @Test
  void thePageNamesOnlyFilesThatAreThere() {
    Site site = Site.packaged();
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
    assertThat(Site.packaged().assets().keySet())
        .isNotEmpty()
        .allMatch(path -> path.matches("/assets/[a-z]+-[A-Z0-9]{8}\\.(js|css)"));
  }

  @Test
  void thePageHasNothingInline() {
    assertThat(Site.packaged().page().text())
        .doesNotContain("<style", "style=", "onclick", "javascript:")
        .doesNotContainPattern("<script(?![^>]*src=)");
  }

  @Test
  void theWholeFirstVisitIsSmall() {
    Site site = Site.packaged();
    int base64 =
        site.assets().entrySet().stream()
                .filter(file -> named(site).contains(file.getKey()))
                .mapToInt(file -> file.getValue().zipped().length())
                .sum()
            + site.page().zipped().length();
    assertThat(base64 * 3 / 4).isLessThan(60_000);
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
