package io.countersign.notify.chat;

import java.util.regex.Pattern;

/** Texts as cards read them: what people wrote stays text. */
final class TeamsText {
  private static final Pattern MARKS = Pattern.compile("[\\\\`*_\\[\\]()#~|]");

  private TeamsText() {}

  /**
   * A text with the signs escaped that Markdown knows, and such that no card takes a part of it for
   * a function or template, which begin with two braces, or with a dollar sign and one.
   */
  static String escaped(String text) {
    return MARKS
        .matcher(text)
        .replaceAll("\\\\$0")
        .replace("{{", "{\u2060{")
        .replace("${", "$\u2060{");
  }
}
