package io.countersign.document;

import static io.countersign.document.Grammar.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each token is read to its end; where there is none, that is said and not another place. */
class GrammarTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "x", "'a'", "\"", "\"a", "\"a\n\"", "\"\\x\"", "\"\\u12"})
  void whatIsNoStringEndsNowhere(String text) {
    assertThat(Grammar.string(text, 0)).isEqualTo(NONE);
    assertThat(Grammar.string(":" + text, 1)).isEqualTo(NONE);
  }

  @Test
  void aStringEndsAfterItsClosingQuote() {
    assertThat(Grammar.string("\"\"", 0)).isEqualTo(2);
    assertThat(Grammar.string("[\"a\\\"\"]", 1)).isEqualTo(6);
  }

  @Test
  void anEscapeOfFourDigitsMayEndTheText() {
    assertThat(JsonString.escapeLength("\\u0041", 1)).isEqualTo(5);
    assertThat(JsonString.escapeLength("\\u004", 1)).isZero();
    assertThat(JsonString.escapeLength("\\", 1)).isZero();
  }

  @Test
  void aNameEndsBeforeItsValue() {
    assertThat(Grammar.nameAndColon("\"a\" : 1", 0)).isEqualTo(6);
    assertThat(Grammar.nameAndColon("\"a\" 1", 0)).isEqualTo(NONE);
    assertThat(Grammar.nameAndColon(":1", 0)).isEqualTo(NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "]", "[", "[1", "[1}", "[1,]", "{\"a\"}", "{\"a\":[1}"})
  void whatIsNoValueEndsNowhere(String text) {
    assertThat(Nesting.value(text, 0)).isEqualTo(NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "[]", "{ }", "[[1,2] , {\"a\":{} , \"b\":[ ]}]"})
  void aValueEndsWithItsLastBracket(String text) {
    assertThat(Nesting.value(text, 0)).isEqualTo(text.length());
    assertThat(Nesting.value("," + text + ",", 1)).isEqualTo(text.length() + 1);
  }
}
