package io.countersign.query.reading;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Places as texts that callers hand back as they are. */
public final class Cursor {
  private Cursor() {}

  /** The text of these parts, none of which has a space. */
  public static String text(Object... parts) {
    StringBuilder all = new StringBuilder();
    for (Object part : parts) {
      all.append(all.isEmpty() ? "" : " ").append(part);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * One that we gave, or null for anything else.
   *
   * @param of makes the place of the parts
   * @param back makes the text of the place again
   */
  public static <T> @Nullable T read(
      String text, Function<String[], T> of, Function<T, String> back) {
    try {
      T place =
          of.apply(
              new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                  .split(" ", -1));
      return back.apply(place).equals(text) ? place : null;
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }
}
