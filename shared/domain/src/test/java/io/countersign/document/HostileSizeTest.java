package io.countersign.document;

import static io.countersign.document.Docs.object;
import static io.countersign.document.Docs.plain;
import static io.countersign.document.Docs.unreadable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HostileSizeTest {
  private static final int SIZE = Document.MAX_BYTES;

  @Test
  void nestingOfAnyDepthIsReadWithoutRecursion() {
    String open = "[".repeat(SIZE);
    assertThat(unreadable("{\"k\":" + open + "]".repeat(SIZE) + "}").reason())
        .isEqualTo(Parsed.Reason.NESTED_VALUE);
    plain("{\"k\":" + open + "}");
    plain("{\"k\":" + "{\"k\":".repeat(SIZE / 5));
  }

  @Test
  void whitespaceOfAnyLengthIsKept() {
    String space = " \t\r\n".repeat(SIZE / 8);
    String text =
        space + "{" + space + "\"k\"" + space + ":" + space + "\"v\"" + space + "}" + space;
    assertThat(object(text).members()).containsExactly(new Member("k", Kind.STRING, "\"v\"", "v"));
  }

  @Test
  void aValueOrNameMayFillTheDocument() {
    String long64k = "\ud83d\ude00".repeat(SIZE / 4);
    assertThat(object("{\"k\":\"" + long64k + "\"}").members().getFirst().text())
        .isEqualTo(long64k);
    assertThat(object("{\"" + long64k + "\":1}").member(long64k)).isNotNull();
    assertThat(object("{\"k\":1" + "0".repeat(SIZE) + "}").members()).hasSize(1);
  }

  @Test
  void theLengthIsThatOfTheUtf8() {
    for (int point :
        new int[] {0, 0x7f, 0x80, 0xff, 0x100, 0x7ff, 0x800, 0xffff, 0x10000, 0x10ffff}) {
      String text = "x" + Character.toString(point);
      assertThat(plain(text).utf8Length()).as("%x", point).isEqualTo(text.getBytes(UTF_8).length);
    }
  }

  @Test
  void thousandsOfMembersAreRead() {
    String members =
        IntStream.range(0, 8_000)
            .mapToObj(n -> "\"" + n + "\":" + n)
            .collect(Collectors.joining(","));
    assertThat(object("{" + members + "}").members()).hasSize(8_000);
  }
}
