package io.countersign.document;

import io.countersign.document.ObjectScan.Span;
import io.countersign.document.Parsed.Readable;
import io.countersign.document.Parsed.Reason;
import io.countersign.document.Parsed.Unreadable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides what a secret's content is: an object, plain text, or neither. */
final class Reading {
  private Reading() {}

  static Parsed read(String text) {
    if (!Utf8.wellFormed(text)) {
      return new Unreadable(Reason.ILL_FORMED_UNICODE, "the secret is no well-formed Unicode");
    }
    List<Span> spans = ObjectScan.of(text);
    if (spans == null) {
      Member whole = new Member(Document.PLAIN_KEY, Kind.STRING, text, text);
      return new Readable(new Document(text, null, List.of(whole)));
    }
    return object(text, spans);
  }

  private static Parsed object(String text, List<Span> spans) {
    Set<String> names = new HashSet<>();
    List<Member> members = new ArrayList<>();
    for (Span span : spans) {
      String name = JsonString.decode(text.substring(span.nameStart(), span.nameEnd()));
      if (!Utf8.wellFormed(name)) {
        return unreadable(name, Reason.ILL_FORMED_UNICODE, "is a name of ill-formed Unicode");
      }
      if (!names.add(name)) {
        return unreadable(name, Reason.DUPLICATE_NAME, "is the name of two members");
      }
      char first = text.charAt(span.valueStart());
      if (first == '{' || first == '[') {
        return unreadable(
            name,
            Reason.NESTED_VALUE,
            "is an object or array; only strings, numbers, booleans and null can be governed");
      }
      Member member = member(name, text.substring(span.valueStart(), span.valueEnd()));
      if (!Utf8.wellFormed(member.text())) {
        return unreadable(name, Reason.ILL_FORMED_UNICODE, "has a value of ill-formed Unicode");
      }
      members.add(member);
    }
    return new Readable(new Document(text, spans, members));
  }

  private static Member member(String name, String raw) {
    Kind kind = Kind.beginningWith(raw.charAt(0));
    return new Member(name, kind, raw, kind == Kind.STRING ? JsonString.decode(raw) : raw);
  }

  private static Unreadable unreadable(String name, Reason reason, String words) {
    return new Unreadable(reason, Shown.name(name) + " " + words);
  }
}
