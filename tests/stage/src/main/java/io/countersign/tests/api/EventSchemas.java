package io.countersign.tests.api;

import io.countersign.tests.text.Checkout;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documented events, one schema for each detail type. */
public final class EventSchemas {
  private static final Path FOLDER = Path.of("docs/events");

  private EventSchemas() {}

  /** The detail types that there are schemas for. */
  public static SortedSet<String> titles() {
    SortedSet<String> titles = new TreeSet<>();
    for (Path file : Checkout.files(FOLDER, ".json")) {
      titles.add(read(file).path("title").asString());
    }
    return titles;
  }

  /** What is wrong with an event's detail. */
  public static List<String> errors(String detailType, String detail) {
    String file = detailType.toLowerCase(Locale.ROOT).replace(' ', '-') + ".json";
    return OpenApi.DOCUMENT.errors(read(FOLDER.resolve(file)), detail);
  }

  private static JsonNode read(Path file) {
    return JsonMapper.shared().readTree(Checkout.text(file));
  }
}
