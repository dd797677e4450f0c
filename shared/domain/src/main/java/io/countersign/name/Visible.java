package io.countersign.name;

import java.util.Set;
import java.util.regex.Pattern;

/** Whether a reader would see anything of a text. */
public final class Visible {
  private static final Set<Byte> UNSEEN =
      Set.of(
          Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED);

  /** Letters by their category, yet drawn as nothing: Hangul fillers and the blank of Braille. */
  private static final Set<Integer> BLANKS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

  private static final Set<Byte> MARKS =
      Set.of(
          Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK);

  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private Visible() {}

  /** Whether some character of the text is drawn. */
  public static boolean anything(String text) {
    return text.codePoints().anyMatch(point -> seen(point));
  }

  /**
   * How many characters of the text are drawn, as people count them: a letter and its accents, or
   * an emoji and what colours it, are one; blanks are none.
   */
  public static int characters(String text) {
    return (int) CLUSTER.matcher(text).results().filter(match -> stands(match.group())).count();
  }

  /** Whether something is drawn that is not merely put onto something else. */
  private static boolean stands(String cluster) {
    return cluster
        .codePoints()
        .anyMatch(point -> seen(point) && !MARKS.contains((byte) Character.getType(point)));
  }

  private static boolean seen(int point) {
    return !UNSEEN.contains((byte) Character.getType(point)) && !BLANKS.contains(point);
  }
}
