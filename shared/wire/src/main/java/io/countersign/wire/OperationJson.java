package io.countersign.wire;

import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.project.DocumentId;
import io.countersign.revision.Base;
import io.countersign.revision.Mac;
import io.countersign.revision.Operation;

/** Operations: keys and bindings, never values. */
final class OperationJson {
  private OperationJson() {}

  static Json write(Operation operation) {
    Json.Builder json =
        Json.object()
            .put("environment", operation.document().environment().value())
            .put("path", operation.document().path().value())
            .put("key", operation.key());
    return switch (operation) {
      case Operation.Set set ->
          json.put("op", "set")
              .put("base", base(set.base()))
              .put("value", set.value().hex())
              .build();
      case Operation.Delete delete ->
          json.put("op", "delete").put("base", base(delete.base())).build();
      case Operation.Rename rename ->
          json.put("op", "rename")
              .put("to", rename.to())
              .put("base", base(rename.base()))
              .put("targetBase", base(rename.targetBase()))
              .build();
    };
  }

  static Operation read(Fields json) {
    DocumentId document = PartsJson.document(json);
    String key = json.text("key");
    Base base = base(json, "base");
    return switch (json.text("op")) {
      case "set" -> new Operation.Set(document, key, base, new Mac(json.text("value")));
      case "delete" -> new Operation.Delete(document, key, base);
      case "rename" ->
          new Operation.Rename(document, key, json.text("to"), base, base(json, "targetBase"));
      default -> throw new IllegalArgumentException("no operation of ours");
    };
  }

  private static Json base(Base base) {
    return switch (base) {
      case Base.Absent() -> new Json.Null();
      case Base.Present(Mac mac) -> new Json.Str(mac.hex());
    };
  }

  private static Base base(Fields json, String name) {
    String mac = json.optionalText(name);
    return mac == null ? new Base.Absent() : new Base.Present(new Mac(mac));
  }
}
