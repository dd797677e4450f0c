package io.countersign.destination;

import io.countersign.document.Document;
import io.countersign.document.Member;
import io.countersign.name.DocumentPath;
import io.countersign.project.Destination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A document as parameters, one a key: strings by their text, numbers, booleans and null by their
 * token.
 *
 * @param parameters by key, in the document's order
 * @param unheld what Parameter Store has no place for
 */
public record Holding(Map<String, Parameter> parameters, List<Unheld> unheld) {
  /** The names of the parameters that are to be written. */
  public Set<String> names() {
    return parameters.values().stream().map(Parameter::name).collect(Collectors.toSet());
  }

  /** What becomes of the document at the destination. */
  public static Holding of(Destination destination, DocumentPath path, Document document) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    List<Unheld> unheld = new ArrayList<>();
    for (Member member : document.members()) {
      Parameter parameter = new Parameter(name(destination, path, member.name()), member.text());
      String problem = ParameterRules.problem(member.name(), parameter);
      if (problem == null) {
        parameters.put(member.name(), parameter);
      } else {
        unheld.add(new Unheld(member.name(), parameter.name(), problem));
      }
    }
    return new Holding(parameters, unheld);
  }

  private static String name(Destination destination, DocumentPath path, String key) {
    return destination.parameterPrefix() + path.value().substring(1) + "/" + key;
  }
}
