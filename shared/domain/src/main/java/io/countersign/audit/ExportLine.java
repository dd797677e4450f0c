package io.countersign.audit;

import io.countersign.document.Document;
import io.countersign.document.Kind;
import io.countersign.document.Member;
import io.countersign.document.Parsed;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A line of an export: a flat JSON object whose member {@code line} says what it is. */
sealed interface ExportLine {
  /**
   * A page begins.
   *
   * @param scope the project and the times that were asked for, as one text
   * @param after the cursor that the page was asked for with, or null for the first one
   */
  record Page(String scope, @Nullable String after) implements ExportLine {}

  /**
   * Events of a request follow, or deeds of the project's journal.
   *
   * @param chain the request's id, or the journal's name
   * @param first the sequence number of the first that follows
   * @param last that of the last that follows
   * @param events how many there are
   * @param head the hash of its last one
   */
  record Heading(String chain, long first, long last, long events, String head)
      implements ExportLine {
    /** What it is, for people. */
    String title() {
      return Order.title(chain);
    }
  }

  /**
   * An event or a deed.
   *
   * @param chain the request's id, or the journal's name
   */
  record Entry(String chain, Recorded event) implements ExportLine {}

  /**
   * A page ends.
   *
   * @param chains the requests and journals of the page, in order
   * @param events how many events it has
   * @param next the cursor of the next one, or null after the last one
   * @param seal over the page
   */
  record End(List<String> chains, long events, @Nullable String next, String seal)
      implements ExportLine {}

  /** The line, or null when it is none of an export. */
  static @Nullable ExportLine of(String text) {
    if (!(Document.parse(text) instanceof Parsed.Readable(Document line))) {
      return null;
    }
    try {
      return switch (text(line, "line")) {
        case "page" ->
            new Page(
                text(line, "project")
                    + " from "
                    + optional(line, "from")
                    + " to "
                    + optional(line, "to"),
                optional(line, "after"));
        case "request" -> heading(line, "request");
        case "journal" -> heading(line, "journal");
        case "event" ->
            new Entry(
                text(line, line.member("journal") == null ? "request" : "journal"),
                new Recorded(
                    number(line, "sequence"),
                    text(line, "text"),
                    text(line, "previous"),
                    text(line, "hash")));
        case "end" ->
            new End(
                Order.read(text(line, "chains")),
                number(line, "events"),
                optional(line, "next"),
                text(line, "seal"));
        default -> null;
      };
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static Heading heading(Document line, String name) {
    return new Heading(
        text(line, name),
        number(line, "first"),
        number(line, "last"),
        number(line, "events"),
        text(line, "head"));
  }

  private static String text(Document line, String name) {
    return value(line, name, Kind.STRING, text -> text);
  }

  private static long number(Document line, String name) {
    return value(line, name, Kind.NUMBER, Long::parseLong);
  }

  private static @Nullable String optional(Document line, String name) {
    Member member = line.member(name);
    return member != null && member.kind() == Kind.NULL ? null : text(line, name);
  }

  private static <T> T value(Document line, String name, Kind kind, Function<String, T> as) {
    Member member = line.member(name);
    if (member == null || member.kind() != kind) {
      throw new IllegalArgumentException(name);
    }
    return as.apply(member.text());
  }
}
