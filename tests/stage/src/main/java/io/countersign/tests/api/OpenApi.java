package io.countersign.tests.api;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.countersign.tests.text.Checkout;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The API as documented: its operations, and the schemas of the documents it refers to. */
public final class OpenApi {
  private static final String BASE = "https://countersign.example/docs/";
  private static final String FILE = BASE + "openapi.json";
  private static final List<String> METHODS = List.of("get", "head", "post", "put", "delete");

  /** Read once. */
  public static final OpenApi DOCUMENT = new OpenApi();

  private final JsonNode root;
  private final SchemaRegistry registry;
  private final SortedMap<String, Operation> operations = new TreeMap<>();

  private OpenApi() {
    root = absolute(YAMLMapper.shared().readTree(Checkout.text(Path.of("docs/openapi.yaml"))));
    Map<String, String> texts = new HashMap<>();
    texts.put(FILE, root.toString());
    for (Path file : Checkout.files(Path.of("docs/events"), ".json")) {
      texts.put(BASE + "events/" + file.getFileName(), Checkout.text(file));
    }
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          Operation operation = new Operation(method, path.getKey(), path.getValue().path(method));
          operations.put(operation.key(), operation);
        }
      }
    }
  }

  /** A schema is taken out of its document, so its references have to say where they lead. */
  private static JsonNode absolute(JsonNode document) {
    String text =
        document
            .toString()
            .replace("\"$ref\":\"#/", "\"$ref\":\"" + FILE + "#/")
            .replace("\"$ref\":\"events/", "\"$ref\":\"" + BASE + "events/");
    return JsonMapper.shared().readTree(text);
  }

  /** All operations by their key, which is the route's. */
  public SortedMap<String, Operation> operations() {
    return operations;
  }

  /** The operation that a call is for: the one whose path says most of it literally. */
  Operation of(String method, String path) {
    return operations.values().stream()
        .filter(each -> each.takes(method, path))
        .min(Operation.MOST_LITERAL_FIRST)
        .orElseThrow(() -> new AssertionError("not documented: " + method + " " + path));
  }

  /** Follows a reference into this document. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref")
        ? root.at(node.path("$ref").asString().substring(FILE.length() + 1))
        : node;
  }

  /** What is wrong with the JSON by a schema. */
  List<String> errors(JsonNode schema, String json) {
    return registry
        .getSchema(schema)
        .validate(
            json,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
