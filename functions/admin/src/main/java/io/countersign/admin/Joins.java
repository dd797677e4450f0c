package io.countersign.admin;

import io.countersign.directory.Join;
import io.countersign.directory.Subject;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Registry;
import io.countersign.store.Store;
import io.countersign.wire.DirectoryJson;
import java.time.InstantSource;

/** A signed-in stranger asks to join; asking again replaces what they asked before. */
final class Joins {
  private final Store store;
  private final Registry registry;
  private final InstantSource clock;
  private final Contention contention;

  Joins(Store store, Registry registry, InstantSource clock, Contention contention) {
    this.store = store;
    this.registry = registry;
    this.clock = clock;
    this.contention = contention;
  }

  HttpResponse ask(HttpRequest http) {
    Subject subject = Caller.of(http).person();
    Fields body = http.fields();
    String name = body.text("name", 200);
    String email = body.optionalText("email") == null ? null : People.email(body);
    body.end();
    return contention.until(
        () -> {
          if (store.read(Ask.who(subject)).actor() != null) {
            throw Problem.of(409, "already-bound", "You are somebody here already.").asException();
          }
          Join join = Join.asked(name, email, subject, clock.instant());
          return registry.ask(join) ? HttpResponse.json(201, DirectoryJson.write(join)) : null;
        });
  }
}
