package io.countersign.edge.command;

import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Router;
import io.countersign.json.Fields;
import io.countersign.request.Command;
import io.countersign.request.Decision;
import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Doors;
import io.countersign.store.Entry;
import io.countersign.store.FakeTables;
import io.countersign.store.StoppedClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** An open request for {@code bob} and {@code cem} to vote on, over HTTP. */
final class VotingCalls {
  private static final String ROUTE = "POST /v1/change-requests/{id}/votes";

  final StoppedClock clock = new StoppedClock(Proposals.NOON);
  final FakeTables tables = new FakeTables(clock);
  final List<Long> pauses = new ArrayList<>();
  final Revision revision =
      Proposals.revision(
          People.ids("ann"),
          List.of(
              Rulebook.policy("two", Rulebook.requirement(2, "bob", "cem"))
                  .bind(People.directory("ann", "bob", "cem"))),
          Rulebook.DB);
  private final Commands commands =
      new Commands(
          tables.store(), clock, new Contention(RandomGenerator.getDefault(), pauses::add));
  private final Router router = new Router(Map.of(ROUTE, this::cast));

  VotingCalls() {
    long counter = 0;
    for (String name : List.of("ann", "bob", "cem", "dan")) {
      tables
          .registry()
          .write(
              new Entry.OfPerson(null, People.person(name)),
              new Counters(Rulebook.PAYMENTS, 0, counter++));
    }
    tables
        .registry()
        .write(
            new Entry.OfProject(Rulebook.project()), new Counters(Rulebook.PAYMENTS, 0, counter));
    tables
        .store()
        .commit(
            Commit.of(Proposals.ONE, null, List.of(Proposals.submitted(revision)), Proposals.NOON)
                .with(revision));
  }

  private HttpResponse cast(HttpRequest http) {
    Fields body = http.fields();
    Digest seen = body.typed("digest", Digest::new);
    Decision decision = body.choice("decision", Decision.class);
    body.end();
    return commands.run(
        http,
        seen,
        200,
        now ->
            new Command.CastVote(
                now.actor(),
                seen,
                decision,
                "",
                now.revision(),
                Rulebook.rules(List.of(), "ann"),
                People.directory("ann", "bob", "cem", "dan")),
        (after, of, actor) -> Answers.summary(after).build());
  }

  Calls vote(String decision) {
    return vote(decision, revision.digest().hex());
  }

  Calls vote(String decision, String digest) {
    return Calls.to(ROUTE)
        .with("id", "payments-1")
        .body("{\"decision\":\"" + decision + "\",\"digest\":\"" + digest + "\"}");
  }

  Answered answer(Calls call) {
    return Answered.of(router, call);
  }

  Request state() {
    return Objects.requireNonNull(tables.store().read(Ask.state(Proposals.ONE)).head()).request();
  }

  Doors doors() {
    return tables.doors();
  }
}
