package io.countersign.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.countersign.project.ProjectId;
import io.countersign.request.Decision;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every error names the field and the rule, and never repeats the value. */
class FieldsTest {
  private static final String SECRET = "Hunter2";

  private static Fields fields(String text) {
    return Fields.of(JsonText.parse(text));
  }

  private static void refused(String json, String field, String rule, Consumer<Fields> reading) {
    assertThatExceptionOfType(InvalidField.class)
        .isThrownBy(() -> reading.accept(fields(json)))
        .satisfies(
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.rule()).isEqualTo(rule);
              assertThat(e.problem()).doesNotContain(SECRET);
            });
  }

  @Test
  void aMissingFieldIsNamed() {
    refused("{}", "name", "required", json -> json.text("name"));
    refused("{\"name\":null}", "name", "required", json -> json.text("name"));
    refused("{\"a\":{}}", "a.b", "required", json -> json.object("a").text("b"));
    refused("{\"a\":[{},{}]}", "a[1].b", "required", json -> json.objects("a").get(1).text("b"));
  }

  @Test
  void anUnknownFieldIsNamed() {
    refused(
        "{\"name\":\"x\",\"other\":\"" + SECRET + "\"}",
        "other",
        "unknown",
        json -> {
          json.text("name");
          json.end();
        });
  }

  @Test
  void anotherTypeIsRefused() {
    String text = "{\"a\":\"" + SECRET + "\"}";
    refused("{\"a\":1}", "a", "type", json -> json.text("a"));
    refused("{\"a\":{}}", "a", "type", json -> json.optionalText("a"));
    refused(text, "a", "type", json -> json.number("a", 0, 9));
    refused(text, "a", "type", json -> json.number("a"));
    refused("{\"a\":1.5}", "a", "type", json -> json.number("a", 0, 9));
    refused("{\"a\":1e1}", "a", "type", json -> json.number("a", 0, 99));
    refused("{\"a\":99999999999}", "a", "type", json -> json.number("a", 0, 9));
    refused(text, "a", "type", json -> json.flagOr("a", true));
    refused(text, "a", "type", json -> json.objects("a"));
    refused("{\"a\":[\"" + SECRET + "\"]}", "a[0]", "type", json -> json.objects("a"));
    refused("{\"a\":[1]}", "a[0]", "type", json -> json.typedList("a", ProjectId::of));
    refused(text, "a", "type", json -> json.object("a"));
    refused("{\"a\":{\"K\":1}}", "a.K", "type", json -> json.textMap("a"));
    assertThatExceptionOfType(InvalidField.class)
        .isThrownBy(() -> fields("[\"" + SECRET + "\"]"))
        .satisfies(e -> assertThat(e.field()).isEqualTo("body"));
  }

  @Test
  void aWholeNumberThatIsNoneOrTooLargeIsRefused() {
    for (String number : List.of("1.5", "1e3", "9223372036854775808")) {
      refused("{\"a\":" + number + "}", "a", "type", json -> json.number("a"));
    }
  }

  @Test
  void theBoundsAreKept() {
    refused("{\"a\":10}", "a", "range", json -> json.number("a", 1, 9));
    refused("{\"a\":0}", "a", "range", json -> json.number("a", 1, 9));
    assertThat(fields("{\"a\":9}").number("a", 1, 9)).isEqualTo(9);
    assertThat(fields("{}").numberOr("a", 7, 1, 9)).isEqualTo(7);
  }

  @Test
  void whatIsTooLongOrBlankIsRefused() {
    refused("{\"a\":\"" + SECRET + "\"}", "a", "length", json -> json.text("a", 6));
    refused("{\"a\":\" \"}", "a", "length", json -> json.text("a", 6));
    for (String blank : List.of("\\u200b", "\\ufeff\\u2060", "\\u3164", "\\u00a0\\n")) {
      refused("{\"a\":\"" + blank + "\"}", "a", "length", json -> json.text("a", 6));
      refused("{\"a\":\"" + blank + "\"}", "a", "length", json -> json.message("a"));
    }
    assertThat(fields("{\"a\":\"" + SECRET + "\"}").text("a", 7)).isEqualTo(SECRET);
    assertThat(fields("{\"a\":\"\ud834\udd1e\"}").text("a", 1)).isEqualTo("\ud834\udd1e");
  }

  @Test
  void messagesAreMeasuredInBytes() {
    String two = "\u00e9";
    String fits = two.repeat(2048);
    assertThat(fields("{\"a\":\"" + fits + "\"}").message("a")).isEqualTo(fits);
    assertThat(fields("{\"a\":\"" + fits + "\"}").messageOrEmpty("a")).isEqualTo(fits);
    assertThat(fields("{\"a\":\"\"}").messageOrEmpty("a")).isEmpty();
    assertThat(fields("{}").messageOrEmpty("a")).isEmpty();
    String body = "{\"a\":\"" + fits + "x\"}";
    refused(body, "a", "length", json -> json.message("a"));
    refused(body, "a", "length", json -> json.messageOrEmpty("a"));
  }

  @Test
  void illFormedUnicodeIsRefusedWhereverATextIsRead() {
    for (String bad : List.of("\\ud800", "\\udc00\\ud800", "x\\udfff")) {
      refused("{\"a\":\"" + bad + "\"}", "a", "unicode", json -> json.text("a"));
      refused("{\"a\":[\"" + bad + "\"]}", "a[0]", "unicode", json -> json.typedList("a", x -> x));
      refused("{\"a\":{\"K\":\"" + bad + "\"}}", "a.K", "unicode", json -> json.textMap("a"));
    }
    assertThat(fields("{\"a\":\"\\ud834\\udd1e\"}").text("a")).isEqualTo("\ud834\udd1e");
  }

  @Test
  void aTypesOwnRefusalBecomesTheFields() {
    refused("{\"a\":\"" + SECRET + "\"}", "a", "slug", json -> json.typed("a", ProjectId::of));
    refused("{\"a\":\"" + SECRET + "\"}", "a", "choice", json -> json.choice("a", Decision.class));
    assertThat(fields("{\"a\":\"APPROVE\"}").choice("a", Decision.class))
        .isEqualTo(Decision.APPROVE);
  }

  @Test
  void jsonThatIsNoneIsToldByItsPlaceOnly() {
    for (String text :
        List.of(
            "",
            " ",
            "{",
            "{\"a\":" + SECRET + "}",
            "\"" + SECRET,
            "{}{}",
            "01",
            "{\"a\":1,\"a\":2}",
            "[".repeat(40) + "]".repeat(40),
            "{'a':1}",
            "// x\n{}",
            "NaN")) {
      assertThatExceptionOfType(MalformedJson.class)
          .as(text)
          .isThrownBy(() -> JsonText.parse(text))
          .satisfies(e -> assertThat(e.problem()).doesNotContain(SECRET));
    }
  }
}
