package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.property.Cases;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadingModelTest {
  private static final String BITS = "{}[]\":,\\u0aetfn1-.+ \n\t\0x\uFEFF";

  @Test
  void aWrittenDocumentIsReadAsWhatItWasWrittenFrom() {
    Cases.each(
        5_000,
        random -> {
          List<Piece> pieces = Piece.some(random);
          assertThat(Docs.object(text(pieces, random)).members())
              .isEqualTo(
                  pieces.stream()
                      .map(p -> new Member(p.name(), p.kind(), p.valueToken(), p.text()))
                      .toList());
        });
  }

  @Test
  void aDamagedDocumentIsAnObjectExactlyWhereTheNaiveGrammarSaysSo() {
    int[] objects = new int[2];
    Cases.each(
        30_000,
        random -> {
          StringBuilder text = new StringBuilder(text(Piece.some(random), random));
          int damages = 1 + random.nextInt(3);
          for (int n = 0; n < damages; n++) {
            damage(text, random);
          }
          Parsed parsed = Document.parse(text.toString());
          boolean plain =
              parsed instanceof Parsed.Readable(Document document) && document.plainText();
          assertThat(!plain).as("%s", text).isEqualTo(NaiveJson.isObject(text.toString()));
          objects[plain ? 0 : 1]++;
        });
    assertThat(objects[0]).isGreaterThan(1_000);
    assertThat(objects[1]).isGreaterThan(1_000);
  }

  private static String text(List<Piece> pieces, RandomGenerator random) {
    return pieces.stream()
        .map(piece -> Piece.space(random) + piece.written() + Piece.space(random))
        .collect(Collectors.joining(",", Piece.space(random) + "{", "}" + Piece.space(random)));
  }

  /** Leaves surrogate pairs whole: ill-formed text is refused before it is read. */
  private static void damage(StringBuilder text, RandomGenerator random) {
    int at = random.nextInt(text.length() + 1);
    boolean nest = random.nextInt(4) == 0;
    if (nest) {
      text.insert(
          at, Cases.oneOf(random, List.of("[]", "{}", "[1,{\"x\":null}]", "[\"", "{\"y\":[1]}")));
    } else if (at < text.length() && random.nextBoolean()) {
      text.deleteCharAt(at);
    } else {
      text.insert(at, BITS.charAt(random.nextInt(BITS.length())));
    }
  }
}
