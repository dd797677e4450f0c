package io.countersign.query;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.edge.command.Actors;
import io.countersign.edge.command.Overlapping;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Reason;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.policy.Rules;
import io.countersign.query.reading.AccessView;
import io.countersign.query.timeline.Timeline;
import io.countersign.request.Agreement;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Status;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Catalog;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Reading;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** One change request as a whole. */
final class RequestPage {
  private static final int PAGE = 100;

  private final Store store;
  private final Catalog catalog;
  private final Timeline timeline;
  private final Overlapping overlapping;
  private final Traces traces;
  private final Moved moved;
  private final Impact impact;
  private final InstantSource clock;

  RequestPage(
      Store store,
      Catalog catalog,
      Overlapping overlapping,
      Traces traces,
      Moved moved,
      Impact impact,
      InstantSource clock) {
    this.store = store;
    this.catalog = catalog;
    this.timeline = new Timeline(catalog);
    this.overlapping = overlapping;
    this.traces = traces;
    this.moved = moved;
    this.impact = impact;
    this.clock = clock;
  }

  HttpResponse one(HttpRequest http) {
    Look look = look(http);
    return Lists.tagged(
        http,
        new RequestView(look, timeline, clock.instant())
            .json(
                grant(look),
                overlapping.of(look.request(), look.revision(), look.sight()),
                traces.syncs(look),
                traces.deliveries(look)));
  }

  /** What it gave, or whose end it moved; how that ended knows the request that gave it first. */
  private Json grant(Look look) {
    Request.Granted granted = look.request().granted();
    if (granted == null) {
      return new Json.Null();
    }
    Grant grant = granted.grant();
    if (granted.elsewhere(look.request().id()) && look.rules().grant(grant.id()) == null) {
      RequestId first = RequestId.parse(grant.id().value());
      Head head = Objects.requireNonNull(store.read(Ask.state(first)).head(), "it gave that");
      granted = Objects.requireNonNullElse(head.request().granted(), granted);
    }
    return AccessView.shown(granted, look.rules(), look.directory()::nameOf, clock.instant())
        .build();
  }

  /** One revision, also a former one. */
  HttpResponse revision(HttpRequest http) {
    Look look = look(http);
    Revision revision = store.revision(look.request().id(), http.parameter("digest", Digest::new));
    return revision == null
        ? Problem.notFound().response()
        : HttpResponse.json(200, new RevisionsView(look).one(revision));
  }

  HttpResponse events(HttpRequest http) {
    Look look = look(http);
    long after = cursor(http, 0);
    List<String> texts = catalog.events(look.request().id(), after, PAGE);
    List<Json> items = texts.stream().map(JsonText::parse).toList();
    String next = texts.size() < PAGE ? null : Long.toString(after + texts.size());
    return Lists.of(new Json.Arr(items), next);
  }

  /** What the page has no more of. */
  HttpResponse timeline(HttpRequest http) {
    Look look = look(http);
    long next = look.request().sequence() + 1;
    long before = Math.min(next, cursor(http, next));
    List<Json.Obj> events = timeline.before(look.request().id(), before);
    return Lists.of(look.lines(events), Timeline.earlier(events));
  }

  private static long cursor(HttpRequest http, long first) {
    String cursor = http.query().getOrDefault("cursor", Long.toString(first));
    if (!cursor.matches("[0-9]{1,9}")) {
      throw new InvalidField("cursor", "cursor", "must be one that a list has given");
    }
    return Long.parseLong(cursor);
  }

  HttpResponse moved(HttpRequest http) {
    return Lists.of(moved.of(look(http)), null);
  }

  HttpResponse impact(HttpRequest http) {
    return HttpResponse.json(200, impact.of(look(http)));
  }

  HttpResponse syncs(HttpRequest http) {
    return Lists.of(traces.syncs(look(http)), null);
  }

  HttpResponse deliveries(HttpRequest http) {
    return Lists.of(traces.deliveries(look(http)), null);
  }

  /** Its cost does not grow with the number of people and policies: an open page asks often. */
  private Look look(HttpRequest http) {
    Caller caller = Caller.of(http);
    RequestId id = http.parameter("id", RequestId::parse);
    Reading read = store.read(new Ask(caller.subject(), id, null, null, id.project()));
    Counters counters = Objects.requireNonNull(read.counters(), "they were asked for");
    Directory directory = store.directory(counters);
    Actor actor = Actors.require(read.actor(), directory, caller);
    Head head = read.head();
    Rules rules = store.rules(counters);
    if (head == null || rules == null) {
      throw Problem.notFound().asException();
    }
    Revision revision =
        Objects.requireNonNull(store.revision(id, head.request().digest()), "its revision");
    if (!Requester.mayRead(actor, head.request(), revision, rules.access())
        && !revision.barred(directory).contains(actor.id())) {
      throw Problem.notFound().asException();
    }
    List<Reason> around =
        head.request().status() == Status.OPEN
            ? Agreement.around(revision, rules, directory, store::everyProject)
            : List.of();
    return new Look(actor, head, revision, rules, directory, around);
  }
}
