package io.countersign.document;

import io.countersign.document.EditResult.Edited;
import io.countersign.document.EditResult.Unapplicable;
import io.countersign.document.Parsed.Readable;
import io.countersign.document.Problem.Rule;
import java.util.ArrayList;
import java.util.List;

/** Edits of a plain-text document: its one key can be set, and nothing else. */
final class PlainEdit {
  private PlainEdit() {}

  static EditResult apply(Document base, List<Edit> edits) {
    List<Problem> problems = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Edit edit : edits) {
      if (edit instanceof Edit.Valued valued && valued.key().equals(Document.PLAIN_KEY)) {
        texts.add(valued.text());
      } else {
        problems.add(onlyOneKey(edit));
      }
    }
    if (texts.size() > 1) {
      problems.add(Problem.of(Document.PLAIN_KEY, Rule.TARGET_TWICE, "is set more than once"));
    }
    Document edited = base;
    for (String text : texts) {
      if (text.isEmpty()) {
        problems.add(
            Problem.of(
                Document.PLAIN_KEY, Rule.PLAIN_TEXT, "cannot be empty: AWS keeps no empty secret"));
        continue;
      }
      switch (Document.parse(text)) {
        case Readable(Document document) when document.plainText() -> edited = document;
        case Parsed _ -> problems.add(notPlain(text));
      }
    }
    if (!edited.fits()) {
      problems.add(Problem.tooLarge());
    }
    return problems.isEmpty() ? new Edited(edited) : new Unapplicable(problems);
  }

  private static Problem onlyOneKey(Edit edit) {
    String key =
        switch (edit) {
          case Edit.Valued valued -> valued.key();
          case Edit.Delete delete -> delete.key();
          case Edit.Rename rename -> rename.from();
        };
    return Problem.of(
        key,
        Rule.PLAIN_TEXT,
        "cannot be so changed: the secret is plain text, and only \"value\" can be set");
  }

  private static Problem notPlain(String text) {
    return Utf8.wellFormed(text)
        ? Problem.of(
            Document.PLAIN_KEY,
            Rule.PLAIN_TEXT_OBJECT,
            "would turn the secret from plain text into a JSON object with other keys")
        : illFormed(Document.PLAIN_KEY);
  }

  static Problem illFormed(String key) {
    return Problem.of(key, Rule.ILL_FORMED_UNICODE, "has a new value of ill-formed Unicode");
  }
}
