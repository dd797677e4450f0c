package io.countersign.query;

import io.countersign.json.Json;
import io.countersign.revision.Base;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import java.util.Locale;

/** The operations of a revision, by document. */
final class ChangesView {
  private ChangesView() {}

  static Json of(Revision revision) {
    return Json.array(
        revision.touched(),
        document ->
            Json.object()
                .put("environment", document.environment().value())
                .put("path", document.path().value())
                .put("operations", Json.array(revision.on(document), ChangesView::operation))
                .build());
  }

  private static Json operation(Operation operation) {
    return switch (operation) {
      case Operation.Set set ->
          Json.object()
              .put("op", "set")
              .put("key", set.key())
              .put("change", set.base() instanceof Base.Absent ? "add" : "change")
              .put("kind", set.kind().name().toLowerCase(Locale.ROOT))
              .build();
      case Operation.Delete delete ->
          Json.object().put("op", "delete").put("key", delete.key()).build();
      case Operation.Rename rename ->
          Json.object()
              .put("op", "rename")
              .put("from", rename.key())
              .put("to", rename.to())
              .build();
      case Operation.Remove remove ->
          Json.object().put("op", "deleteDocument").put("keys", Json.texts(remove.keys())).build();
    };
  }
}
