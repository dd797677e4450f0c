package io.countersign.notify.letter;

import io.countersign.directory.ActorId;
import io.countersign.directory.Directory;
import io.countersign.request.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What people wrote, as mails show it: on one line, shortened, and such that no mail program makes
 * a link of it. An invisible word joiner (U+2060) after the signs that addresses are made of sees
 * to that.
 */
public final class Said {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 500;
  private static final Pattern IN_ADDRESSES = Pattern.compile("([.:@])(?=[\\p{L}\\p{N}/\\[])");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Said() {}

  /** A person's, policy's or key's name. */
  public static String name(String text) {
    return unlinked(line(text, LONGEST_NAME));
  }

  static String title(String text) {
    return unlinked(line(text, LONGEST_TITLE));
  }

  /** Several sentences. */
  public static String text(String text) {
    return unlinked(line(text, LONGEST_TEXT));
  }

  /** The same in the head of a mail, of which no program decodes a part: an RFC 2047 word. */
  static String head(String text, int longest) {
    return line(text, longest).replace("=?", "=\u2060?");
  }

  /** On one line of at most so many characters, without signs that steer how text is shown. */
  static String line(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().map(point -> steers(point) ? ' ' : point).forEach(shown::appendCodePoint);
    String line = shown.toString().strip().replaceAll(" {2,}", " ");
    return line.codePointCount(0, line.length()) <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
  }

  /** Joiners stay, because scripts and emoji need them. */
  private static boolean steers(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.FORMAT -> point != 0x200C && point != 0x200D;
      default -> false;
    };
  }

  private static String unlinked(String line) {
    return IN_ADDRESSES.matcher(line).replaceAll("$1\u2060");
  }

  /** The names of these in a row. */
  public static String names(Collection<? extends ActorId> ids, Directory directory) {
    return list(ids.stream().map(id -> name(directory.nameOf(id))).toList());
  }

  /** Names in a row: "A, B and C". */
  public static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** A moment, for people anywhere. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  /** Why access has ended. */
  public static String ending(Event.AccessEnded ended, Directory directory) {
    if (ended.by() == null) {
      return "its time is over.";
    }
    String by = name(directory.nameOf(ended.by())) + " ended it";
    return ended.reason().isEmpty() ? by + "." : by + ": " + text(ended.reason());
  }

  /** How long something lasts, to the minute. */
  public static String span(Duration span) {
    List<String> parts = new ArrayList<>();
    part(parts, span.toDays(), "day");
    part(parts, span.toHoursPart(), "hour");
    part(parts, span.toMinutesPart(), "minute");
    return parts.isEmpty() ? "less than a minute" : String.join(" ", parts);
  }

  private static void part(List<String> parts, long number, String unit) {
    if (number > 0) {
      parts.add(number + " " + unit + (number == 1 ? "" : "s"));
    }
  }
}
