package io.countersign.document;

import io.countersign.document.EditResult.Edited;
import io.countersign.document.EditResult.Unapplicable;
import io.countersign.document.ObjectScan.Span;
import io.countersign.document.Parsed.Readable;
import io.countersign.document.Parsed.Unreadable;
import java.util.List;

/** Edits of a JSON object. */
final class ObjectEdit {
  private ObjectEdit() {}

  static EditResult apply(Document base, List<Span> spans, List<Edit> edits) {
    List<Problem> problems = new EditCheck(base).check(edits);
    if (!problems.isEmpty()) {
      return new Unapplicable(problems);
    }
    Document edited = read(new Rewriting(base, spans, edits).text());
    return edited.fits() ? new Edited(edited) : new Unapplicable(List.of(Problem.tooLarge()));
  }

  private static Document read(String text) {
    return switch (Document.parse(text)) {
      case Readable(Document document) when !document.plainText() -> document;
      case Readable _ -> throw new IllegalStateException("an edit broke the object");
      case Unreadable(_, String message) ->
          throw new IllegalStateException("an edit broke the document: " + message);
    };
  }
}
