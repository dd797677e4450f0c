package io.countersign.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Reads and edits where the test says that it succeeds, or that it does not. */
final class Docs {
  private Docs() {}

  static Document readable(String text) {
    assertThat(Document.parse(text)).isInstanceOf(Parsed.Readable.class);
    return ((Parsed.Readable) Document.parse(text)).document();
  }

  static Document object(String text) {
    Document document = readable(text);
    assertThat(document.plainText()).as("plain text").isFalse();
    return document;
  }

  static Document plain(String text) {
    Document document = readable(text);
    assertThat(document.plainText()).as("plain text").isTrue();
    return document;
  }

  static Parsed.Unreadable unreadable(String text) {
    assertThat(Document.parse(text)).isInstanceOf(Parsed.Unreadable.class);
    return (Parsed.Unreadable) Document.parse(text);
  }

  static Document edited(Document base, Edit... edits) {
    EditResult result = base.edit(List.of(edits));
    assertThat(result).isInstanceOf(EditResult.Edited.class);
    return ((EditResult.Edited) result).document();
  }

  static String edited(String base, Edit... edits) {
    return edited(readable(base), edits).text();
  }

  static List<Problem> problems(String base, Edit... edits) {
    EditResult result = readable(base).edit(List.of(edits));
    assertThat(result).isInstanceOf(EditResult.Unapplicable.class);
    return ((EditResult.Unapplicable) result).problems();
  }

  static List<String> rules(String base, Edit... edits) {
    return problems(base, edits).stream()
        .map(problem -> problem.key() + " " + problem.rule().code())
        .toList();
  }
}
