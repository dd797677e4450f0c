package io.countersign.name;

import java.util.Set;

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

  private Visible() {}

  /** Whether some character of the text is drawn. */
  public static boolean anything(String text) {
    return text.codePoints()
        .anyMatch(
            point -> !UNSEEN.contains((byte) Character.getType(point)) && !BLANKS.contains(point));
  }
}
