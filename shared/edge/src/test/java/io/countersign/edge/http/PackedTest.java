package io.countersign.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long answers travel packed, to those who take them so, where no value can be in them. */
class PackedTest {
  private static final String READ = "GET /v1/things";
  private static final String REVEAL = "POST /v1/things/reveal";
  private static final Json LONG = Json.object().put("text", "x".repeat(2000)).build();
  private static final Json SHORT = Json.object().put("text", "x").build();

  private static Answered answer(String route, Json body, String accepted) {
    Router router = new Router(Map.of(route, _ -> HttpResponse.json(200, body).with("etag", "7")));
    return Answered.of(router, Calls.to(route).header("Accept-Encoding", accepted));
  }

  @Test
  void whatIsReadIsPackedAndIsTheSameOnceUnpacked() throws IOException {
    Answered answer = answer(READ, LONG, "gzip, deflate, br");
    assertThat(answer.header("content-encoding")).isEqualTo("gzip");
    assertThat(answer.header("vary")).isEqualTo("accept-encoding");
    assertThat(answer.header("etag")).isEqualTo("7");
    assertThat(answer.text()).hasSizeLessThan(200);
    byte[] bytes = Base64.getDecoder().decode(answer.text());
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LONG.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "br", "gzip;q=0", "gzip; q=0, br", "gzip;q=0.0", "gzip;q=0.000"})
  void whoeverDoesNotTakeItGetsItPlain(String accepted) {
    assertThat(answer(READ, LONG, accepted).text()).isEqualTo(LONG.text());
  }

  @Test
  void aShortAnswerIsPlain() {
    assertThat(answer(READ, SHORT, "gzip").text()).isEqualTo(SHORT.text());
  }

  @Test
  void aRevealedValueIsNeverPacked() {
    assertThat(answer(REVEAL, LONG, "gzip").text()).isEqualTo(LONG.text());
  }
}
