package io.countersign.document;

import static io.countersign.document.Grammar.NONE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the members of a JSON object. */
final class ObjectScan {
  /** Where the two tokens of a member stand in the text; ends are exclusive, in chars. */
  record Span(int nameStart, int nameEnd, int valueStart, int valueEnd) {}

  private final String text;
  private final List<Span> spans = new ArrayList<>();

  private ObjectScan(String text) {
    this.text = text;
  }

  /** The members in order; null when the whole text is no well-formed JSON object. */
  static @Nullable List<Span> of(String text) {
    ObjectScan scan = new ObjectScan(text);
    int end = scan.object(Grammar.space(text, 0));
    return Grammar.space(text, end) == text.length() ? scan.spans : null;
  }

  private int object(int from) {
    if (!Grammar.is(text, from, '{')) {
      return NONE;
    }
    int at = Grammar.space(text, from + 1);
    if (!Grammar.is(text, at, '}')) {
      at = member(at);
      while (Grammar.is(text, at, ',')) {
        at = member(Grammar.space(text, at + 1));
      }
    }
    return Grammar.is(text, at, '}') ? at + 1 : NONE;
  }

  /** Reads a member and the whitespace after it; where it is none, nobody looks at the spans. */
  private int member(int nameStart) {
    int valueStart = Grammar.nameAndColon(text, nameStart);
    int valueEnd = Nesting.value(text, valueStart);
    spans.add(new Span(nameStart, Grammar.string(text, nameStart), valueStart, valueEnd));
    return Grammar.space(text, valueEnd);
  }
}
