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
    return end != NONE && Grammar.space(text, end) == text.length() ? scan.spans : null;
  }

  private int object(int from) {
    if (!Grammar.is(text, from, '{')) {
      return NONE;
    }
    int at = Grammar.space(text, from + 1);
    if (Grammar.is(text, at, '}')) {
      return at + 1;
    }
    while (true) {
      at = member(at);
      if (at == NONE) {
        return NONE;
      }
      at = Grammar.space(text, at);
      if (Grammar.is(text, at, '}')) {
        return at + 1;
      }
      if (!Grammar.is(text, at, ',')) {
        return NONE;
      }
      at = Grammar.space(text, at + 1);
    }
  }

  private int member(int nameStart) {
    int valueStart = Grammar.nameAndColon(text, nameStart);
    int valueEnd = valueStart == NONE ? NONE : Nesting.value(text, valueStart);
    if (valueEnd != NONE) {
      spans.add(new Span(nameStart, Grammar.string(text, nameStart), valueStart, valueEnd));
    }
    return valueEnd;
  }
}
