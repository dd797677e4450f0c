package io.countersign.query;

import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Json;
import io.countersign.query.reading.Insight;
import io.countersign.query.reading.Reader;

/** Machines and who owns them. */
final class Machines {
  private final Reader reader;

  Machines(Reader reader) {
    this.reader = reader;
  }

  HttpResponse list(HttpRequest http) {
    Insight insight = reader.insight(http);
    return Lists.of(insight.directory().machines().values(), each -> shown(each, insight));
  }

  HttpResponse one(HttpRequest http) {
    Insight insight = reader.insight(http);
    Machine machine = insight.directory().machines().get(http.parameter("machine", MachineId::new));
    return machine == null
        ? Problem.notFound().response()
        : Lists.one(shown(machine, insight), machine.version());
  }

  private static Json shown(Machine machine, Insight insight) {
    Answers.Names names = insight.directory()::nameOf;
    return insight.whole(machine.id())
        ? Answers.machine(machine, names)
        : Answers.named(machine, names).build();
  }
}
