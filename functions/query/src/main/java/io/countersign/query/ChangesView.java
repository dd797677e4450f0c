package io.countersign.query;

import io.countersign.json.Json;
import io.countersign.revision.Base;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import io.countersign.wire.PartsJson;
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
      case Operation.Set set -> valued("set", set).build();
      case Operation.Copy copy ->
          valued("copy", copy).put("source", PartsJson.source(copy.source())).build();
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

  private static Json.Builder valued(String op, Operation.Valued valued) {
    return Json.object()
        .put("op", op)
        .put("key", valued.key())
        .put("change", valued.base() instanceof Base.Absent ? "add" : "change")
        .put("kind", valued.kind().name().toLowerCase(Locale.ROOT));
  }
}
