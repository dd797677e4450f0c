package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Recorded;
import io.countersign.channel.FakeConditions;
import io.countersign.channel.Trial;
import io.countersign.destination.Check;
import io.countersign.destination.FakeChecks;
import io.countersign.destination.Reach;
import io.countersign.directory.Directory;
import io.countersign.directory.Role;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Router;
import io.countersign.name.SecretPrefix;
import io.countersign.project.ProjectId;
import io.countersign.revision.RequestId;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.store.FakeTables;
import io.countersign.store.Head;
import io.countersign.store.Store;
import io.countersign.store.Trail;
import io.countersign.vault.FakeCredentials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The function on tables in memory. */
final class Office {
  final FakeTables tables = new FakeTables(() -> Proposals.NOON);
  final FakeCredentials credentials = new FakeCredentials();
  final FakeConditions conditions = new FakeConditions();
  final List<Trial> trials = new ArrayList<>();
  final FakeChecks checks = new FakeChecks();
  final List<Check> asked = new ArrayList<>();
  final List<String> wished = new ArrayList<>();
  final Map<RequestId, List<String>> history = new HashMap<>();
  final List<String> told = new ArrayList<>();
  private final Destinations.Delivery delivery =
      new Destinations.Delivery(
          credentials,
          new DestinationBody.Limits(
              List.of("/countersign/"),
              new Reach(List.of("kubernetes.internal:6443")),
              Map.of("main", "https://main.eks.example.com")),
          checks,
          asked::add,
          (lane, path) -> wished.add(lane + " " + path));
  private final Router router = on(tables.store());

  /** The function as it reads by that store. */
  Router on(Store store) {
    return Wiring.router(
        store,
        tables.registry(),
        tables.journal(),
        tables.neighbours(),
        () -> "code",
        new Wiring.Managed(List.of(), List.of(new SecretPrefix("pending/")), List.of()),
        delivery,
        new Channels.Chat(
            credentials,
            conditions,
            (_, trial) -> trials.add(trial),
            new Origins(List.of("https://*.logic.azure.com"))),
        new Replays.Past(
            trail(),
            details -> {
              told.addAll(details);
              return details.size();
            }));
  }

  /** Requests as the tables have them, events as they are written. */
  private Trail trail() {
    return new Trail() {
      @Override
      public List<Head> heads(ProjectId project, Span span, @Nullable Place after, int limit) {
        return tables.trail().heads(project, span, after, limit);
      }

      @Override
      public List<Recorded> records(RequestId request, long after, int limit) {
        return tables.trail().records(request, after, limit).stream()
            .map(
                each ->
                    new Recorded(
                        each.sequence(),
                        Objects.requireNonNull(history.get(request)).get((int) each.sequence() - 1),
                        each.previous(),
                        each.hash()))
            .toList();
      }
    };
  }

  Answered call(Calls call) {
    return Answered.of(router, call);
  }

  Directory directory() {
    return tables.store().directory();
  }

  /** Ada is the first admin, who may everything. */
  void begins() {
    write(
        new Entry.OfFirstAdmin(
            People.person("ada"),
            Rulebook.binding("first-admin", Role.ADMIN, "ada"),
            Proposals.NOON));
  }

  void write(Entry entry) {
    Counters counters =
        tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters();
    assertThat(tables.registry().write(entry, Objects.requireNonNull(counters))).isTrue();
  }
}
