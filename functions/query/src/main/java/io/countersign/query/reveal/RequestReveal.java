package io.countersign.query.reveal;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Refusal;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.name.DocumentPath;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.remedy.Clearing;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Requests;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shows the values of a key that a request changes to whom the engine lets see them. That is an
 * event of the request before it leaves; where it cannot be written, or the right to see it ends
 * meanwhile, nothing is shown.
 */
public final class RequestReveal {
  private final Store store;
  private final Values values;
  private final InstantSource clock;
  private final Contention contention;

  public RequestReveal(Store store, Values values, InstantSource clock, Contention contention) {
    this.store = store;
    this.values = values;
    this.clock = clock;
    this.contention = contention;
  }

  /** What is asked for. */
  record Asked(Caller caller, RequestId request, DocumentId document, String key) {}

  public HttpResponse reveal(HttpRequest http) {
    Caller caller = Caller.of(http);
    RequestId id = http.parameter("id", RequestId::parse);
    Fields body = http.fields();
    DocumentId document =
        new DocumentId(
            body.typed("environment", EnvironmentId::new), body.typed("path", DocumentPath::of));
    Asked asked = new Asked(caller, id, document, body.text("key"));
    body.end();
    return contention.until(() -> attempt(asked));
  }

  private @Nullable HttpResponse attempt(Asked asked) {
    RequestId id = asked.request();
    Reading read = store.read(new Ask(asked.caller().subject(), id, null, null, id.project()));
    Actor reader = Actors.require(read.actor(), asked.caller());
    Head head = read.head();
    Rules rules = store.rules(id.project());
    if (head == null || rules == null) {
      throw Problem.notFound().asException();
    }
    Revision revision =
        Objects.requireNonNull(store.revision(id, head.request().digest()), "its revision");
    Directory directory = store.directory();
    Actor actor = Actors.require(reader, directory, asked.caller());
    Instant now = clock.instant();
    Clearing clearing = new Clearing(head.request(), revision, rules, directory);
    return switch (Requests.decide(
        head.request(), reveal(asked, actor, revision, rules, directory), now)) {
      case Outcome.Refused(Refusal refusal) -> Answers.problem(refusal, clearing).response();
      case Outcome.Accepted(List<Event> events) -> {
        Json shown = values.of(revision, rules, asked.document(), asked.key(), whats(events));
        Commit commit =
            Commit.of(id, head, events, now).resting(Objects.requireNonNull(read.counters()));
        if (!store.commit(commit)) {
          yield null;
        }
        // What was on its way for longer than the access holds is not shown any more.
        Instant then = clock.instant();
        yield Requests.decide(
                    head.request(), reveal(asked, actor, revision, rules.at(then), directory), then)
                instanceof Outcome.Refused(Refusal late)
            ? Answers.problem(late, clearing).response()
            : HttpResponse.json(200, shown);
      }
    };
  }

  private static Command reveal(
      Asked asked, Actor actor, Revision revision, Rules rules, Directory directory) {
    return new Command.Reveal(actor, asked.document(), asked.key(), revision, rules, directory);
  }

  private static List<Event.What> whats(List<Event> events) {
    return events.stream().map(each -> ((Event.Revealed) each).what()).toList();
  }
}
