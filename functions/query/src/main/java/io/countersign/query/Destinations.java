package io.countersign.query;

import io.countersign.destination.Check;
import io.countersign.destination.Checks;
import io.countersign.destination.Lane;
import io.countersign.destination.Standings;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.project.DestinationId;
import io.countersign.query.reading.Reader;
import io.countersign.store.Store;
import io.countersign.wire.CheckJson;
import io.countersign.wire.DestinationJson;
import io.countersign.wire.StandingJson;
import org.jspecify.annotations.Nullable;

/** Destinations, and how everything stands there. */
final class Destinations {
  private final Reader reader;
  private final Store store;
  private final Standings standings;
  private final Checks checks;

  Destinations(Reader reader, Store store, Standings standings, Checks checks) {
    this.reader = reader;
    this.store = store;
    this.standings = standings;
    this.checks = checks;
  }

  HttpResponse list(HttpRequest http) {
    return Lists.of(reader.project(http).destinations(), DestinationJson::write);
  }

  HttpResponse one(HttpRequest http) {
    DestinationId id = http.parameter("destination", DestinationId::new);
    return Lists.find(
        reader.project(http).destinations(),
        each -> each.id().equals(id),
        each -> Lists.one(DestinationJson.write(each), each.version()));
  }

  HttpResponse syncs(HttpRequest http) {
    DestinationId id = http.parameter("destination", DestinationId::new);
    Rules rules = reader.project(http);
    if (rules.destination(id) == null) {
      throw Problem.notFound().asException();
    }
    Lane lane = new Lane(rules.project().id(), id);
    return HttpResponse.json(
        200,
        Json.object()
            .put("items", Json.array(standings.of(lane), StandingJson::shown))
            .put("next", (String) null)
            .put("check", check(checks.of(lane)))
            .build());
  }

  private Json check(@Nullable Check check) {
    return check == null
        ? Json.of((String) null)
        : CheckJson.shown(check).put("by", store.directory().nameOf(check.by())).build();
  }
}
