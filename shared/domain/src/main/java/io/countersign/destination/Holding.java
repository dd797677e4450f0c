package io.countersign.destination;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.name.DocumentPath;
import io.countersign.project.Sink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A document as parameters, one a key or one in all: strings by their text, numbers, booleans and
 * null by their token.
 *
 * @param parameters by key, in the document's order
 * @param unheld what Parameter Store has no place for
 */
public record Holding(Map<String, Parameter> parameters, List<Unheld> unheld) {
  /** Stands for all keys where the document is one parameter. */
  private static final String WHOLE = "document";

  /** Nothing is to be there. */
  public static final Holding NOTHING = new Holding(Map.of(), List.of());

  /** The names of the parameters that are to be written. */
  public Set<String> names() {
    return parameters.values().stream().map(Parameter::name).collect(Collectors.toSet());
  }

  /** What becomes of the document at the sink. */
  public static Holding of(Sink.Parameters sink, DocumentPath path, Document document) {
    String name = sink.prefix() + path.value().substring(1);
    return sink.whole()
        ? of(Map.of(WHOLE, new Parameter(name, document.text())))
        : of(keys(name, document));
  }

  private static Map<String, Parameter> keys(String name, Document document) {
    Map<String, Parameter> keys = new LinkedHashMap<>();
    for (Member member : document.members()) {
      keys.put(member.name(), new Parameter(name + "/" + member.name(), member.text()));
    }
    return keys;
  }

  private static Holding of(Map<String, Parameter> wanted) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    List<Unheld> unheld = new ArrayList<>();
    wanted.forEach(
        (key, parameter) -> {
          String problem = ParameterRules.problem(key, parameter);
          if (problem == null) {
            parameters.put(key, parameter);
          } else {
            unheld.add(new Unheld(key, parameter.name(), problem));
          }
        });
    return new Holding(parameters, unheld);
  }
}
