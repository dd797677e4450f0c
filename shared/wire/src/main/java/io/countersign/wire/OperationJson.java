package io.countersign.wire;

import io.countersign.document.Kind;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.project.DocumentId;
import io.countersign.revision.Base;
import io.countersign.revision.Mac;
import io.countersign.revision.Operation;
import java.util.SortedMap;
import java.util.TreeMap;

/** Operations: keys and bindings, never values. */
final class OperationJson {
  private OperationJson() {}

  static Json write(Operation operation) {
    Json.Builder json =
        Json.object()
            .put("environment", operation.document().environment().value())
            .put("path", operation.document().path().value());
    return switch (operation) {
      case Operation.Set set ->
          json.put("op", "set")
              .put("key", set.key())
              .put("base", base(set.base()))
              .put("value", set.value().hex())
              .put("kind", set.kind().name())
              .build();
      case Operation.Copy copy ->
          json.put("op", "copy")
              .put("key", copy.key())
              .put("source", PartsJson.source(copy.source()))
              .put("base", base(copy.base()))
              .put("value", copy.value().hex())
              .put("kind", copy.kind().name())
              .build();
      case Operation.Delete delete ->
          json.put("op", "delete")
              .put("key", delete.key())
              .put("base", base(delete.base()))
              .build();
      case Operation.Rename rename ->
          json.put("op", "rename")
              .put("key", rename.key())
              .put("to", rename.to())
              .put("base", base(rename.base()))
              .put("targetBase", base(rename.targetBase()))
              .build();
      case Operation.Remove remove ->
          json.put("op", "remove").put("base", inventory(remove.base())).build();
    };
  }

  static Operation read(Fields json) {
    DocumentId document = PartsJson.document(json);
    return switch (json.text("op")) {
      case "set" ->
          new Operation.Set(
              document,
              json.text("key"),
              base(json, "base"),
              new Mac(json.text("value")),
              json.typed("kind", Kind::valueOf));
      case "copy" ->
          new Operation.Copy(
              document,
              json.text("key"),
              PartsJson.source(json.object("source")),
              base(json, "base"),
              new Mac(json.text("value")),
              json.typed("kind", Kind::valueOf));
      case "delete" -> new Operation.Delete(document, json.text("key"), base(json, "base"));
      case "rename" ->
          new Operation.Rename(
              document,
              json.text("key"),
              json.text("to"),
              base(json, "base"),
              base(json, "targetBase"));
      case "remove" -> new Operation.Remove(document, inventory(json));
      default -> throw new IllegalArgumentException("no operation of ours");
    };
  }

  private static Json inventory(SortedMap<String, Mac> base) {
    Json.Builder json = Json.object();
    base.forEach((key, mac) -> json.put(key, mac.hex()));
    return json.build();
  }

  private static SortedMap<String, Mac> inventory(Fields json) {
    SortedMap<String, Mac> base = new TreeMap<>();
    json.textMap("base").forEach((key, mac) -> base.put(key, new Mac(mac)));
    return base;
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
