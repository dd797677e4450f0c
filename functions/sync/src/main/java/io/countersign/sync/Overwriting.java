package io.countersign.sync;

import io.countersign.destination.Holding;
import io.countersign.destination.Parameter;
import io.countersign.destination.Parameters;
import io.countersign.destination.Unheld;
import io.countersign.destination.Written;
import io.countersign.destination.Written.Place;
import io.countersign.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the parameters of one document what the document says. */
final class Overwriting {
  private final Parameters parameters;
  private final Written written;
  private final Scope scope;

  Overwriting(Parameters parameters, Written written, Scope scope) {
    this.parameters = parameters;
    this.written = written;
    this.scope = scope;
  }

  /**
   * Writes every key that can be held, and deletes what was written for keys that are gone.
   *
   * @return the keys that are not held
   */
  List<Unheld> write(Document document, Run run) {
    Place place = run.place();
    Holding holding = Holding.of(run.destination(), place.document().path(), document);
    SortedSet<String> known = written.names(place);
    known.addAll(run.own());
    written.begin(place, run.id(), holding.names());
    run.own().addAll(holding.names());
    List<Unheld> unheld = new ArrayList<>(holding.unheld());
    for (Map.Entry<String, Parameter> each : holding.parameters().entrySet()) {
      Parameter parameter = each.getValue();
      if (parameters.put(parameter) instanceof Parameters.Outcome.Refused(String why)) {
        unheld.add(new Unheld(each.getKey(), parameter.name(), why));
      }
    }
    Set<String> gone = gone(known, holding);
    gone.forEach(parameters::delete);
    written.strike(place, run.id(), gone);
    return unheld.stream()
        .map(each -> known.contains(each.parameter()) ? each.keepingItsOlderValue() : each)
        .toList();
  }

  /** A key that cannot be held is not gone. */
  private Set<String> gone(Set<String> known, Holding holding) {
    Set<String> gone = new TreeSet<>(known);
    gone.removeAll(holding.names());
    holding.unheld().forEach(each -> gone.remove(each.parameter()));
    gone.removeIf(name -> !scope.covers(name));
    return gone;
  }

  /** After the last pass. */
  void end(Run run) {
    written.end(run.place(), run.id());
  }
}
