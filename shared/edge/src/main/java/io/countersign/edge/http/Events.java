package io.countersign.edge.http;

import io.countersign.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lenient reading of what AWS hands over: what is absent is empty. */
public final class Events {
  private static final Json.Obj EMPTY = new Json.Obj(Map.of());

  private Events() {}

  public static Json.Obj object(Json.Obj parent, String name) {
    return parent.get(name) instanceof Json.Obj object ? object : EMPTY;
  }

  public static String text(Json.Obj parent, String name) {
    return parent.get(name) instanceof Json.Str(String text) ? text : "";
  }

  public static List<Json> items(Json.Obj parent, String name) {
    return parent.get(name) instanceof Json.Arr(List<Json> items) ? items : List.of();
  }

  static Map<String, String> texts(Json.Obj parent, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, Json> member : object(parent, name).members().entrySet()) {
      if (member.getValue() instanceof Json.Str(String text)) {
        texts.put(member.getKey(), text);
      } else if (!(member.getValue() instanceof Json.Null)) {
        texts.put(member.getKey(), member.getValue().text());
      }
    }
    return texts;
  }
}
