package io.countersign.name;

import java.util.regex.Pattern;

/** The one form of short names: {@code [a-z0-9-]{2,40}} (design §1, Names). */
public final class Slug {
  private static final Pattern FORM = Pattern.compile("[a-z0-9-]{2,40}");

  private Slug() {}

  /** Throws {@link InvalidName} unless the text is a slug. */
  public static void check(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new InvalidName("slug", "2 to 40 of the characters a-z, 0-9 and '-'");
    }
  }
}
