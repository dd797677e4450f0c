package io.countersign.document;

import io.countersign.document.ObjectScan.Span;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes what a change made of a document out of a later one: the three-way merge of an undo. */
record Reverting(Document before, Document after) {
  Document in(Document now) {
    if (now.equals(after)) {
      return before;
    }
    if (now.plainText() || before.plainText() || after.plainText()) {
      return now;
    }
    Document next = now;
    for (Member ours : after.members()) {
      if (before.member(ours.name()) == null && same(ours, next.member(ours.name()))) {
        next = removed(next, ours.name());
      }
    }
    for (Member theirs : before.members()) {
      Member ours = after.member(theirs.name());
      if (!same(theirs, ours) && same(ours, now.member(theirs.name()))) {
        next = ours == null ? inserted(next, theirs) : replaced(next, theirs);
      }
    }
    return next;
  }

  /** The same value, however it is escaped; absence is a value here. */
  private static boolean same(@Nullable Member one, @Nullable Member other) {
    if (one == null) {
      return other == null;
    }
    return other != null && one.kind() == other.kind() && one.text().equals(other.text());
  }

  private static Document removed(Document from, String name) {
    List<Edit> edit = List.of(new Edit.Delete(name));
    return read(new Rewriting(from, spans(from.text()), edit).text());
  }

  private static Document replaced(Document in, Member by) {
    Span span = span(in, by.name());
    String text = in.text();
    return read(text.substring(0, span.valueStart()) + by.raw() + text.substring(span.valueEnd()));
  }

  private Document inserted(Document in, Member member) {
    List<Span> spans = spans(before.text());
    int at = before.members().indexOf(member);
    Span own = spans.get(at);
    String token = before.text().substring(own.nameStart(), own.valueEnd());
    String text = in.text();
    Member leader = leader(in, at);
    if (leader != null) {
      int end = span(in, leader.name()).valueEnd();
      String gap = before.text().substring(spans.get(at - 1).valueEnd(), own.nameStart());
      return read(text.substring(0, end) + gap + token + text.substring(end));
    }
    if (in.members().isEmpty()) {
      int brace = text.indexOf('{') + 1;
      return read(text.substring(0, brace) + token + text.substring(brace));
    }
    int start = spans(text).getFirst().nameStart();
    String gap =
        at + 1 < spans.size()
            ? before.text().substring(own.valueEnd(), spans.get(at + 1).nameStart())
            : ",";
    return read(text.substring(0, start) + token + gap + text.substring(start));
  }

  /** The nearest member before it that is there too. */
  private @Nullable Member leader(Document in, int at) {
    for (int i = at - 1; i >= 0; i--) {
      Member member = before.members().get(i);
      if (in.member(member.name()) != null) {
        return member;
      }
    }
    return null;
  }

  private static Span span(Document in, String name) {
    int at = in.members().indexOf(Objects.requireNonNull(in.member(name)));
    return spans(in.text()).get(at);
  }

  private static List<Span> spans(String text) {
    return Objects.requireNonNull(ObjectScan.of(text), "an object");
  }

  private static Document read(String text) {
    return switch (Document.parse(text)) {
      case Parsed.Readable(Document document) -> document;
      case Parsed.Unreadable(_, String message) ->
          throw new IllegalStateException("an undo broke the document: " + message);
    };
  }
}
