package io.countersign.notify.chat;

import java.util.regex.Pattern;

/** Texts as cards read them: what people wrote stays text. */
final class TeamsText {
  /** At its beginning also what makes a list or a quotation. */
  private static final Pattern MARKS =
      Pattern.compile("[\\\\`*_\\[\\]()#~|]|^[-+>]|(?<=^[0-9]{1,9})\\.");

  private TeamsText() {}

  /**
   * A text with the signs escaped that Markdown knows, and such that no card takes a part of it for
   * a character by its name or number, or for a function or template, which begin with two braces,
   * or with a dollar sign and one.
   */
  static String escaped(String text) {
    return MARKS
        .matcher(text)
        .replaceAll("\\\\$0")
        .replaceAll("&(?=[#A-Za-z])", "&\u2060")
        .replace("{{", "{\u2060{")
        .replace("${", "$\u2060{");
  }
}
