package io.countersign.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Document;
import io.countersign.document.Parsed;
import io.countersign.name.DocumentPath;
import io.countersign.project.Sink;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldingTest {
  private static final DocumentPath DB = new DocumentPath("/payments/db");

  @Test
  void everyKeyIsAParameterBelowPrefixAndPath() {
    assertThat(
            holding(DB, "{\"USER\":\"app\",\"PORT\":5432,\"TLS\":true,\"NOTE\":null}").parameters())
        .containsEntry("USER", new Parameter("/app/prod/payments/db/USER", "app"))
        .containsEntry("PORT", new Parameter("/app/prod/payments/db/PORT", "5432"))
        .containsEntry("TLS", new Parameter("/app/prod/payments/db/TLS", "true"))
        .containsEntry("NOTE", new Parameter("/app/prod/payments/db/NOTE", "null"));
  }

  @Test
  void plainTextIsTheOneKeyValue() {
    assertThat(holding(DB, "s3cret").parameters().values())
        .containsExactly(new Parameter("/app/prod/payments/db/value", "s3cret"));
  }

  @Test
  void whatParameterStoreTakesInFullIsHeld() {
    assertThat(unheld("K", "x".repeat(8192))).isEmpty();
    assertThat(unheld("K", "é".repeat(4096))).isEmpty();
    assertThat(unheld("a-Z_0.9", "{ {")).isEmpty();
    String key = "k".repeat(1011 - "/app/prod/payments/db/".length());
    assertThat(unheld(key, "v")).isEmpty();
    assertThat(unheld(key + "k", "v")).contains("the name is longer than 1011 characters");
  }

  @Test
  void whatItCannotHoldIsNamedAndTheRestIsHeld() {
    Holding holding = holding(DB, "{\"EMPTY\":\"\",\"GOOD\":\"v\"}");
    assertThat(holding.unheld())
        .containsExactly(new Unheld("EMPTY", "/app/prod/payments/db/EMPTY", "the value is empty"));
    assertThat(holding.names()).containsExactly("/app/prod/payments/db/GOOD");
  }

  @Test
  void valuesThatItRefusesAreNotTried() {
    assertThat(unheld("K", "x".repeat(8193))).contains("longer than 8192 bytes");
    assertThat(unheld("K", "é".repeat(4097))).contains("longer than 8192 bytes");
    assertThat(unheld("K", "a{{b}}")).contains("the value has {{ in it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "é", "a:b", "a+b", "../x"})
  void keysThatAreNoNamesAreNotTried(String key) {
    assertThat(unheld(key, "v")).contains("letters, digits and _.- only");
  }

  @Test
  void pathsThatAreNoNamesAreNotTried() {
    assertThat(summary(holding(new DocumentPath("/a+b"), "{\"K\":\"v\"}"))).contains("path");
  }

  @Test
  void reservedNamesAreNotTried() {
    assertThat(summary(holding("/AWSome/", DB, "{\"K\":\"v\"}"))).contains("reserved");
    assertThat(summary(holding("/ssm/", DB, "{\"K\":\"v\"}"))).contains("reserved");
  }

  @Test
  void namesHaveAtMostFifteenLevels() {
    String twelve = "/a".repeat(12) + "/";
    assertThat(summary(holding(twelve, DB, "{\"K\":\"v\"}"))).isEmpty();
    assertThat(summary(holding("/a" + twelve, DB, "{\"K\":\"v\"}"))).contains("15 levels");
  }

  @Test
  void theTierIsAdvancedOnlyAboveFourThousandAndNinetySixBytes() {
    assertThat(new Parameter("/n", "x".repeat(4096)).advanced()).isFalse();
    assertThat(new Parameter("/n", "é".repeat(2049)).advanced()).isTrue();
  }

  @Test
  void aSummaryNamesTenAndCountsTheRest() {
    assertThat(
            Unheld.summary(
                Stream.iterate(1, n -> n + 1)
                    .limit(12)
                    .map(n -> new Unheld("K" + n, "", "r"))
                    .toList()))
        .startsWith("K1: r; K2: r")
        .endsWith("K10: r; and 2 more");
  }

  @Test
  void aParameterNeverShowsItsValue() {
    assertThat(new Parameter("/n", "s3cret").toString()).doesNotContain("s3cret");
  }

  private static String unheld(String key, String value) {
    return summary(holding(DB, "{\"" + key + "\":\"" + value + "\"}"));
  }

  private static String summary(Holding holding) {
    return Unheld.summary(holding.unheld());
  }

  private static Holding holding(DocumentPath path, String text) {
    return holding("/app/prod/", path, text);
  }

  private static Holding holding(String prefix, DocumentPath path, String text) {
    Document document = ((Parsed.Readable) Document.parse(text)).document();
    return Holding.of(new Sink.Parameters(prefix, false), path, document);
  }
}
