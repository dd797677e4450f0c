package io.countersign.sync.parameters;

import io.countersign.destination.Holding;
import io.countersign.destination.Lane;
import io.countersign.destination.Parameter;
import io.countersign.destination.Parameters;
import io.countersign.destination.Unheld;
import io.countersign.destination.Written;
import io.countersign.project.Destination;
import io.countersign.project.Sink;
import io.countersign.sync.Connector;
import io.countersign.sync.Load;
import io.countersign.sync.Pushed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the parameters of a document what the document says. */
public final class Overwriting implements Connector {
  /** What Parameter Store takes in a second without being asked for more. */
  private static final int ABREAST = 2;

  private static final String TRIAL = "countersign-test";

  private final Parameters parameters;
  private final Written written;
  private final List<String> managed;

  /**
   * On parameters whose names begin with one of these.
   *
   * @param managed the beginnings of names
   */
  public Overwriting(Parameters parameters, Written written, List<String> managed) {
    this.parameters = parameters;
    this.written = written;
    this.managed = managed;
  }

  @Override
  public int abreast() {
    return ABREAST;
  }

  /**
   * Writes every key that can be held, and deletes what was written for keys that are gone. A name
   * is noted before its parameter is written and struck after it was deleted: so no parameter of
   * ours is ever unknown, whoever stops where.
   */
  @Override
  public Pushed bring(Load load) {
    String hindrance = hindrance(load.destination());
    if (hindrance != null) {
      return Pushed.failed(load.versionId(), hindrance);
    }
    Sink.Parameters sink = (Sink.Parameters) load.destination().sink();
    Holding holding =
        load.gone()
            ? Holding.NOTHING
            : Holding.of(sink, load.place().document().path(), load.document());
    SortedSet<String> known = written.names(load.place());
    written.note(load.place(), holding.names());
    List<Unheld> unheld = new ArrayList<>(holding.unheld());
    for (Map.Entry<String, Parameter> each : holding.parameters().entrySet()) {
      Parameter parameter = each.getValue();
      if (parameters.put(parameter) instanceof Parameters.Outcome.Refused(String why)) {
        unheld.add(new Unheld(each.getKey(), parameter.name(), why));
      }
    }
    Set<String> gone = gone(known, holding);
    gone.forEach(parameters::delete);
    written.strike(load.place(), gone);
    return without(load, unheld, known);
  }

  private static Pushed without(Load load, List<Unheld> unheld, Set<String> known) {
    if (unheld.isEmpty()) {
      return Pushed.whole(load.versionId());
    }
    List<Unheld> told =
        unheld.stream()
            .map(each -> known.contains(each.parameter()) ? each.keepingItsOlderValue() : each)
            .toList();
    return new Pushed(
        load.versionId(), Unheld.summary(told), told.stream().map(Unheld::key).toList());
  }

  /** A key that cannot be held is not gone. */
  private Set<String> gone(Set<String> known, Holding holding) {
    Set<String> gone = new TreeSet<>(known);
    gone.removeAll(holding.names());
    holding.unheld().forEach(each -> gone.remove(each.parameter()));
    gone.removeIf(name -> !covers(name));
    return gone;
  }

  @Override
  public @Nullable String test(Lane lane, Destination destination) {
    String hindrance = hindrance(destination);
    if (hindrance != null) {
      return hindrance;
    }
    String name = ((Sink.Parameters) destination.sink()).prefix() + TRIAL;
    Parameters.Outcome outcome = parameters.put(new Parameter(name, "written by a test"));
    parameters.delete(name);
    return outcome instanceof Parameters.Outcome.Refused(String why) ? why : null;
  }

  private @Nullable String hindrance(Destination destination) {
    return covers(((Sink.Parameters) destination.sink()).prefix())
        ? null
        : "the destination's parameter prefix is not managed by this deployment";
  }

  /** Whether the parameter of this name, or all that begin so, may be written. */
  private boolean covers(String parameter) {
    return managed.stream().anyMatch(parameter::startsWith);
  }
}
