package io.countersign.notify.chat;

import io.countersign.json.Json;
import java.util.regex.Pattern;

/** Texts as Slack reads them: what people wrote stays text. */
final class SlackText {
  /**
   * A colon is one where a name of an emoji may follow, and a bracket where it makes a quotation.
   */
  private static final Pattern MARKS = Pattern.compile("[*_~`]|:(?=[+'-])|^&gt;");

  private SlackText() {}

  /**
   * A text with the signs escaped that Slack makes links, mentions and broadcasts of, and those
   * that set type kept apart from what they would set by a word joiner (U+2060).
   */
  static String escaped(String text) {
    String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return MARKS.matcher(plain).replaceAll("\u2060$0\u2060");
  }

  /** A link of ours. */
  static String link(String address, String words) {
    return "<" + address + "|" + escaped(words) + ">";
  }

  /** Formatted text in which Slack looks for nothing by itself. */
  static Json markdown(String text) {
    return Json.object().put("type", "mrkdwn").put("text", text).put("verbatim", true).build();
  }

  /** Our own words as they are. */
  static Json plain(String words) {
    return Json.object().put("type", "plain_text").put("text", words).put("emoji", false).build();
  }
}
