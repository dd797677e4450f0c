package io.countersign.query;

import io.countersign.directory.Directory;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.query.reading.Reader;

/** Machines and who owns them. */
final class Machines {
  private final Reader reader;

  Machines(Reader reader) {
    this.reader = reader;
  }

  HttpResponse list(HttpRequest http) {
    Directory directory = reader.directory(http);
    return Lists.of(
        directory.machines().values(), each -> Answers.machine(each, directory::nameOf));
  }

  HttpResponse one(HttpRequest http) {
    Directory directory = reader.directory(http);
    Machine machine = directory.machines().get(http.parameter("machine", MachineId::new));
    return machine == null
        ? Problem.notFound().response()
        : Lists.one(Answers.machine(machine, directory::nameOf), machine.version());
  }
}
