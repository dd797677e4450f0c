package io.countersign.submit;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Grounds;
import io.countersign.edge.command.Proposing;
import io.countersign.edge.command.Repeats;
import io.countersign.edge.command.Submitted;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Refusal;
import io.countersign.json.Fields;
import io.countersign.policy.Rules;
import io.countersign.policy.Target;
import io.countersign.project.ProjectId;
import io.countersign.request.Command;
import io.countersign.request.Requests;
import io.countersign.revision.Digest;
import io.countersign.revision.Entitlement;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Neighbours;
import io.countersign.store.Reading;
import io.countersign.store.Repeat;
import io.countersign.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes requests for access, and their next revisions. */
final class AccessRequests {
  static final String ASK = "POST /v1/access-requests";
  static final String REVISE = "POST /v1/access-requests/{id}/revisions";

  private static final int MADE = 201;

  private final Store store;
  private final Proposing proposing;
  private final Submitted submitted;
  private final InstantSource clock;
  private final Contention contention;

  AccessRequests(
      Store store,
      Neighbours neighbours,
      Submitted submitted,
      InstantSource clock,
      Contention contention) {
    this.store = store;
    this.proposing = new Proposing(store, neighbours, submitted, "just that", MADE);
    this.submitted = submitted;
    this.clock = clock;
    this.contention = contention;
  }

  HttpResponse ask(HttpRequest http) {
    Caller caller = Caller.of(http);
    Fields fields = http.fields();
    ProjectId project = fields.typed("project", ProjectId::of);
    AccessBody body = AccessBody.of(fields);
    fields.end();
    Repeats.Key key = Repeats.of(http, caller.subject());
    return contention.until(() -> asked(caller, project, body, key));
  }

  private @Nullable HttpResponse asked(
      Caller caller, ProjectId project, AccessBody body, Repeats.@Nullable Key key) {
    Reading read =
        store.read(new Ask(caller.subject(), null, null, key == null ? null : key.hash(), project));
    Actor reader = Actors.require(read.actor(), caller);
    Repeat repeat = read.repeat();
    if (key != null && repeat != null) {
      key.same(repeat);
      return submitted.again(
          store, reader, Objects.requireNonNull(repeat.request()), repeat.status());
    }
    Counters counters = Objects.requireNonNull(read.counters(), "asked for");
    Rules rules = Allowed.rules(store.rules(counters), reader);
    Directory directory = store.directory(counters);
    Actor actor = Actors.require(reader, directory, caller);
    Instant now = clock.instant();
    Entitlement asked = entitlement(body, rules, now);
    Revision revision =
        Revision.sealed(
            new RequestId(project, store.nextNumber(project)),
            Proposing.NO_TOKEN,
            actor.id(),
            body.title() == null ? asked.words() : body.title(),
            body.reason(),
            new Payload.OfAccess(asked),
            rules.bind(asked.place(), directory),
            directory,
            now);
    Proposing.Basis basis = new Proposing.Basis(actor, null, rules, directory, counters, key);
    return proposing.made(
        basis, revision, new Command.Submit(actor, revision, rules, directory), now);
  }

  HttpResponse revise(HttpRequest http) {
    Caller caller = Caller.of(http);
    RequestId id = http.parameter("id", RequestId::parse);
    Fields fields = http.fields();
    Digest seen = fields.typed("digest", Digest::new);
    AccessBody body = AccessBody.of(fields);
    fields.end();
    Repeats.Key key = Repeats.of(http, caller.subject());
    return contention.until(() -> revised(caller, id, seen, body, key));
  }

  private @Nullable HttpResponse revised(
      Caller caller, RequestId id, Digest seen, AccessBody body, Repeats.@Nullable Key key) {
    Reading read =
        store.read(
            new Ask(caller.subject(), id, seen, key == null ? null : key.hash(), id.project()));
    Grounds grounds = Grounds.of(store, read, caller, id);
    Repeat repeat = read.repeat();
    if (key != null && repeat != null) {
      key.same(repeat);
      return submitted.answer(grounds.clearing(), grounds.actor(), repeat.status());
    }
    Revision present = grounds.revision();
    if (!(present.payload() instanceof Payload.OfAccess)) {
      throw OtherKind.refused("/v1/change-requests/" + id + "/revisions");
    }
    Instant now = clock.instant();
    Refusal refusal =
        Requests.unrevisable(
            grounds.request(), grounds.actor(), seen, grounds.rules().access(), now);
    if (refusal != null) {
      return Answers.problem(refusal, grounds.clearing()).response();
    }
    Rules rules = grounds.rules();
    Directory directory = grounds.directory();
    Entitlement asked = entitlement(body, rules, now);
    Revision next =
        present.revised(
            Proposing.NO_TOKEN,
            grounds.actor().id(),
            body.title() == null ? asked.words() : body.title(),
            body.reason(),
            new Payload.OfAccess(asked),
            rules.bind(asked.place(), directory),
            directory,
            now);
    Proposing.Basis basis =
        new Proposing.Basis(grounds.actor(), grounds, rules, directory, grounds.counters(), key);
    return proposing.made(
        basis, next, new Command.Revise(grounds.actor(), seen, next, rules, directory), now);
  }

  /** What is asked for in full; what it extends says the most of it. */
  private static Entitlement entitlement(AccessBody body, Rules rules, Instant now) {
    if (body.extending() == null) {
      Target place = Objects.requireNonNull(body.place(), "of a new one");
      Allowed.known(place.environment(), "environment", rules);
      return new Entitlement(place, body.actions(), body.window(now), null);
    }
    Grant grant = rules.grant(body.extending());
    if (grant == null) {
      throw Problem.of(409, "grant-ended", "That access has ended: ask for it anew.").asException();
    }
    return new Entitlement(
        new Target(grant.environment(), grant.path()),
        grant.actions(),
        body.window(grant.ends()),
        grant.id());
  }
}
