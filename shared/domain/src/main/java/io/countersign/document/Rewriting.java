package io.countersign.document;

import io.countersign.document.ObjectScan.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the text of an edited object, copying what no edit names. */
final class Rewriting {
  private final String base;
  private final Document document;
  private final List<Span> spans;
  private final TreeMap<String, String> values = new TreeMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> deleted = new HashSet<>();
  private final StringBuilder out = new StringBuilder();
  // How far the base is dealt with, and whether a member has been written.
  private int done;
  private boolean written;

  /** The edits have been checked. */
  Rewriting(Document document, List<Span> spans, List<Edit> edits) {
    this.document = document;
    this.base = document.text();
    this.spans = spans;
    for (Edit edit : edits) {
      switch (edit) {
        case Edit.Set(String key, String text) -> values.put(key, token(key, text));
        case Edit.Text(String key, String text) -> values.put(key, JsonString.encode(text));
        case Edit.Bare(String key, String token) -> values.put(key, token);
        case Edit.Delete(String key) -> deleted.add(key);
        case Edit.Rename(String from, String to) -> names.put(from, JsonString.encode(to));
      }
    }
  }

  private String token(String key, String text) {
    return document.kindOf(key, text) == Kind.STRING ? JsonString.encode(text) : text;
  }

  String text() {
    for (int at = 0; at < spans.size(); at++) {
      String name = document.members().get(at).name();
      if (deleted.contains(name)) {
        drop(at);
      } else {
        boolean moved = names.containsKey(name);
        keep(spans.get(at), names.get(name), moved ? null : values.remove(name));
      }
    }
    values.forEach(this::append);
    return out.append(base, done, base.length()).toString();
  }

  /** Leaves a member out, with the comma before it, or the one after it where it is the first. */
  private void drop(int at) {
    Span span = spans.get(at);
    if (written) {
      done = span.valueEnd();
    } else {
      copy(span.nameStart());
      done = at + 1 < spans.size() ? spans.get(at + 1).nameStart() : span.valueEnd();
    }
  }

  private void keep(Span span, @Nullable String name, @Nullable String value) {
    copy(span.nameStart());
    replace(span.nameEnd(), name);
    copy(span.valueStart());
    replace(span.valueEnd(), value);
    written = true;
  }

  private void copy(int end) {
    out.append(base, done, end);
    done = end;
  }

  private void replace(int end, @Nullable String token) {
    if (token == null) {
      copy(end);
    } else {
      out.append(token);
      done = end;
    }
  }

  private void append(String name, String token) {
    if (spans.isEmpty()) {
      copy(base.indexOf('{') + 1);
    }
    out.append(written ? "," : "").append(JsonString.encode(name)).append(':').append(token);
    written = true;
  }
}
