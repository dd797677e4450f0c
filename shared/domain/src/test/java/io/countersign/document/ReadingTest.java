package io.countersign.document;

import static io.countersign.document.Docs.object;
import static io.countersign.document.Docs.plain;
import static io.countersign.document.Docs.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.document.Parsed.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
  @Test
  void membersComeInTheOrderOfTheTextWithTheirTokens() {
    assertThat(
            object("{ \"b\" : \"x\\u0041\", \"a\":-1.50E+3 ,\"c\":true,\"d\":false,\"e\":null}")
                .members())
        .containsExactly(
            new Member("b", Kind.STRING, "\"x\\u0041\"", "xA"),
            new Member("a", Kind.NUMBER, "-1.50E+3", "-1.50E+3"),
            new Member("c", Kind.BOOLEAN, "true", "true"),
            new Member("d", Kind.BOOLEAN, "false", "false"),
            new Member("e", Kind.NULL, "null", "null"));
  }

  @Test
  void aMemberIsFoundByItsDecodedName() {
    Document document = object("{\"\\u0061\\/\":1,\"\":2}");
    assertThat(document.member("a/")).isEqualTo(new Member("a/", Kind.NUMBER, "1", "1"));
    assertThat(document.member("")).isEqualTo(new Member("", Kind.NUMBER, "2", "2"));
    assertThat(document.member("\\u0061\\/")).isNull();
  }

  @Test
  void everyEscapeIsDecoded() {
    Member member =
        object("{\"k\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\\uD83D\\ude00\"}").member("k");
    assertThat(member).extracting("text").isEqualTo("\"\\/\b\f\n\r\t\0\uD83D\uDE00");
  }

  @Test
  void theEmptyDocumentIsAnObject() {
    assertThat(object("{}")).isEqualTo(Document.EMPTY);
    assertThat(object(" {\n} ").members()).isEmpty();
    assertThat(Document.EMPTY.plainText()).isFalse();
    assertThat(Document.EMPTY.text()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-0", "1e400", "-1E-400", "0.10", "12345678901234567890123456789", "1e+0"})
  void numbersOfAnySizeAreKeptAsWritten(String token) {
    assertThat(object("{\"k\":" + token + "}").member("k"))
        .isEqualTo(new Member("k", Kind.NUMBER, token, token));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hunter2",
        "\"text\"",
        "5",
        "null",
        "[]",
        "[{\"a\":1}]",
        "{",
        "}",
        "{}{}",
        "{} x",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{,\"a\":1}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":'b'}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1.}",
        "{\"a\":1e}",
        "{\"a\":-}",
        "{\"a\":NaN}",
        "{\"a\":1e+}",
        "{\"a\":True}",
        "{\"a\":nul}",
        "{\"a\":nulll}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\u0000\"}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u12",
        "{\"a\":\"\\u1234",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\\U0041\"}",
        "{\"a\":\"\\u\u0661\u0661\u0661\u0661\"}",
        "{\"a\":\"\\u\uff11\uff11\uff11\uff11\"}",
        "{\"a\":\"b}",
        "{\"a\":1}//",
        "{/**/}",
        "\uFEFF{\"a\":1}",
        "{\"a\":1}\uFEFF",
        "\u00a0{}",
        "{\f}",
        "{\"a\":[1,]}",
        "{\"a\":[}",
        "{\"a\":{]}",
        "{\"a\":{\"b\"}}",
        "{\"a\":[1 2]}",
        "{\"a\":{\"b\":1,}}",
        "{\"a\":[[1]}",
        "{\"a\":\u0661}",
        "{\"a\":\"\\",
        "{\"a\":[",
        "{\"a\":{\"b\":",
        "{\"a\":[\"\\ud800\"}"
      })
  void textThatIsNoJsonObjectIsPlainTextWithTheOneKeyValue(String text) {
    assertThat(plain(text).members()).containsExactly(new Member("value", Kind.STRING, text, text));
    assertThat(plain(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"k\":{}}",
        "{\"k\":[]}",
        "{\"k\":[1,[\"x\",{\"y\":null}],{}]}",
        "{\"a\":1,\"k\":{\"b\":{\"c\":[ ] } , \"d\":1}}",
        "{\"k\":[\"\\ud800\"]}",
        "{\"k\": [ ] }"
      })
  void nestedObjectsAndArraysAreRefused(String text) {
    assertThat(unreadable(text).reason()).isEqualTo(Reason.NESTED_VALUE);
    assertThat(unreadable(text).message()).startsWith("\"k\" is an object or array");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"k\":1,\"k\":1}",
        "{\"k\":1,\"a\":2,\"\\u006b\":3}",
        "{\"\\u006B\":1,\"\\u006b\":null}"
      })
  void aNameThatComesTwiceAfterDecodingIsRefused(String text) {
    assertThat(unreadable(text).reason()).isEqualTo(Reason.DUPLICATE_NAME);
    assertThat(unreadable(text).message()).contains("\"k\"");
  }

  @Test
  void textIsNeverNormalised() {
    Document document = object("{\"\u00e9\":\"\u00e9\",\"e\u0301\":\"e\u0301\"}");
    assertThat(document.members()).extracting(Member::text).containsExactly("\u00e9", "e\u0301");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"k\":\"\\ud800\"}",
        "{\"k\":\"\\udc00\"}",
        "{\"k\":\"\\udc00\\ud800\"}",
        "{\"k\":\"\\ud800x\\udc00\"}",
        "{\"k\\ud800\":1}",
        "{\"k\":\"\\ud800\\\\udc00\"}"
      })
  void escapedSurrogatesWithoutTheirOtherHalfAreRefused(String text) {
    assertThat(unreadable(text).reason()).isEqualTo(Reason.ILL_FORMED_UNICODE);
    assertThat(unreadable(text).message()).startsWith("\"k").doesNotContain("\ud800");
  }

  @Test
  void surrogatesWithoutTheirOtherHalfAreRefusedInAnyText() {
    for (String text :
        new String[] {
          "\ud800", "a\udc00", "\udfff", "{\"k\":\"\ud800\"}", "{\"k\":\"\ud800" + "\\udc00\"}"
        }) {
      assertThat(unreadable(text).reason()).isEqualTo(Reason.ILL_FORMED_UNICODE);
    }
    assertThat(plain("\ud83d\ude00").utf8Length()).isEqualTo(4);
  }

  @Test
  void documentsAreTheSameWhereTheirTextsAre() {
    assertThat(object("{\"a\":1}")).isEqualTo(object("{\"a\":1}"));
    assertThat(object("{\"a\":1}")).isNotEqualTo(object("{\"a\": 1}")).isNotEqualTo("{\"a\":1}");
    assertThat(object("{\"a\":1}")).hasSameHashCodeAs(object("{\"a\":1}"));
    assertThat(object("{\"a\":1}").hashCode()).isNotEqualTo(object("{\"a\": 1}").hashCode());
  }

  @Test
  void aReasonHasAStableCode() {
    assertThat(Reason.NESTED_VALUE.code()).isEqualTo("nested-value");
    assertThat(Reason.DUPLICATE_NAME.code()).isEqualTo("duplicate-name");
    assertThat(Reason.ILL_FORMED_UNICODE.code()).isEqualTo("ill-formed-unicode");
  }

  @Test
  void aRefusalNamesTheKeyAndNeverAValue() {
    String secret = "hunter2";
    assertThat(unreadable("{\"k\":[\"" + secret + "\"]}").message()).doesNotContain(secret);
    assertThat(unreadable("{\"k\":\"" + secret + "\\ud800\"}").message()).doesNotContain(secret);
    assertThat(unreadable("{\"k\":\"" + secret + "\",\"k\":1}").message()).doesNotContain(secret);
    assertThat(unreadable(secret + "\ud800").message()).doesNotContain(secret);
  }

  @Test
  void aRefusalShowsAnOddNameOnOneShortLine() {
    String name = "\\n\\u202e\\\"" + "x".repeat(1000);
    String message = unreadable("{\"" + name + "\":{}}").message();
    assertThat(message)
        .startsWith("\"\\u{a}\\u{202e}\\\"xxx")
        .contains("x…\" is")
        .hasSizeLessThan(250);
  }
}
