package io.countersign.edge.command;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Refusal;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.remedy.Clearing;
import io.countersign.request.Command;
import io.countersign.request.Event;
import io.countersign.request.Outcome;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Requests;
import io.countersign.revision.Digest;
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

/** Runs commands on existing requests: read, decide, commit, and again when others came first. */
public final class Commands {
  /** Makes the engine's command of what was read. */
  public interface Maker {
    Command of(Situation situation);
  }

  /** Makes the answer of what is there after the commit. */
  public interface Answer {
    Json of(Request after, Revision revision, Actor actor);
  }

  private final Store store;
  private final InstantSource clock;
  private final Contention contention;

  public Commands(Store store, InstantSource clock, Contention contention) {
    this.store = store;
    this.clock = clock;
    this.contention = contention;
  }

  /**
   * Runs one command that rests on nothing but the request itself.
   *
   * @param seen the digest that came with it, or null where it has none
   */
  public HttpResponse run(
      HttpRequest http, @Nullable Digest seen, int status, Maker maker, Answer answer) {
    Caller caller = Caller.of(http);
    RequestId id = http.parameter("id", RequestId::parse);
    Repeats.Key key = Repeats.of(http, caller.subject());
    return contention.until(
        () -> {
          Reading read =
              store.read(
                  new Ask(caller.subject(), id, seen, key == null ? null : key.hash(), null));
          Actor actor = Actors.require(read.actor(), caller);
          Head head = read.head();
          if (head == null) {
            throw Problem.notFound().asException();
          }
          Revision revision = Situation.present(store, read, head);
          visible(actor, head, revision);
          Situation situation = new Situation(actor, head, revision);
          if (key != null && read.repeat() != null) {
            key.same(read.repeat());
            return HttpResponse.json(
                read.repeat().status(), answer.of(head.request(), revision, actor));
          }
          Instant now = clock.instant();
          return switch (Requests.decide(head.request(), maker.of(situation), now)) {
            case Outcome.Refused(Refusal refusal) ->
                Answers.problem(refusal, clearing(situation)).response();
            case Outcome.Accepted(List<Event> events) -> {
              Commit commit =
                  Commit.of(id, head, events, now)
                      .repeatable(key == null ? null : key.done(id, status, now));
              yield store.commit(commit)
                  ? HttpResponse.json(status, answer.of(commit.after(), revision, actor))
                  : null;
            }
          };
        });
  }

  /** Read only once the command is refused. */
  private Clearing clearing(Situation situation) {
    Rules rules = store.rules(situation.request().id().project());
    return new Clearing(
        situation.request(),
        situation.revision(),
        Objects.requireNonNull(rules, "a request has its project"),
        store.directory());
  }

  /** What somebody may not know of is not there for them; its own people need no rules read. */
  private void visible(Actor actor, Head head, Revision revision) {
    Request request = head.request();
    Access none = new Access(List.of(), List.of());
    if (!Requester.mayRead(actor, request, revision, none)) {
      Rules rules = store.rules(request.id().project());
      if (rules == null || !Requester.mayRead(actor, request, revision, rules.access())) {
        throw Problem.notFound().asException();
      }
    }
  }
}
