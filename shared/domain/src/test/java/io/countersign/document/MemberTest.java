package io.countersign.document;

import static io.countersign.document.Docs.object;
import static io.countersign.document.Docs.plain;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemberTest {
  @Test
  void aReescapedEqualStringIsEqual() {
    assertThat(canonical("\"a\\/\\u00e9\\uD83D\\uDE00\\n\""))
        .isEqualTo(canonical("\"a/é\ud83d\ude00\\u000A\""));
  }

  @Test
  void aStringDiffersFromTheTokenItSpells() {
    assertThat(canonical("\"5\"")).isNotEqualTo(canonical("5"));
    assertThat(canonical("\"true\"")).isNotEqualTo(canonical("true"));
    assertThat(canonical("\"null\"")).isNotEqualTo(canonical("null"));
  }

  @Test
  void numbersAreComparedAsWritten() {
    assertThat(canonical("1.0")).isNotEqualTo(canonical("1"));
    assertThat(canonical("-0")).isNotEqualTo(canonical("0"));
    assertThat(canonical("1e2")).isNotEqualTo(canonical("100"));
  }

  @Test
  void textIsComparedWithoutNormalising() {
    assertThat(canonical("\"\u00e9\"")).isNotEqualTo(canonical("\"e\u0301\""));
  }

  @Test
  void theBytesAreTheKindAndTheUtf8OfTheText() {
    assertThat(canonical("\"\\u00e9\\u0000\"")).isEqualTo("sé\0".getBytes(UTF_8));
    assertThat(canonical("\"\"")).isEqualTo("s".getBytes(UTF_8));
    assertThat(canonical("1e400")).isEqualTo("n1e400".getBytes(UTF_8));
    assertThat(canonical("false")).isEqualTo("bfalse".getBytes(UTF_8));
    assertThat(canonical("null")).isEqualTo("0null".getBytes(UTF_8));
    assertThat(plain("x\\n").members().getFirst().canonical()).isEqualTo("sx\\n".getBytes(UTF_8));
  }

  @Test
  void noValueIsInALogLine() {
    Document document = object("{\"k\":\"hunter2\"}");
    assertThat(document.toString()).isEqualTo("Document[1 keys]");
    assertThat(document.members().toString()).isEqualTo("[Member[\"k\" STRING]]");
    assertThat(plain("hunter2").toString()).isEqualTo("Document[plain text]");
    assertThat(new Edit.Set("k", "hunter2").toString()).isEqualTo("Set[\"k\"]");
    assertThat(new Edit.Text("k", "hunter2").toString()).isEqualTo("Text[\"k\"]");
    assertThat(new Edit.Bare("k", "1234").toString()).isEqualTo("Bare[\"k\"]");
    assertThat(document.edit(List.of()).toString()).doesNotContain("hunter2");
  }

  private static byte[] canonical(String token) {
    return object("{\"k\":" + token + "}").members().getFirst().canonical();
  }
}
