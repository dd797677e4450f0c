package io.countersign.edge.command;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.explain.Reason;
import io.countersign.json.Json;
import io.countersign.policy.Rules;
import io.countersign.remedy.Clearing;
import io.countersign.request.Request;
import io.countersign.request.Requester;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Head;
import io.countersign.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/**
 * The answer to a submission: where it stands by the rules of this moment, who must agree, and
 * where to look.
 */
public record Submitted(Overlapping overlapping, InstantSource clock) {
  /**
   * Answers.
   *
   * @param all the request and what it rests on
   */
  public HttpResponse answer(Clearing all, Actor reader, int status) {
    Request request = all.request();
    Directory directory = all.directory();
    List<Reason> reasons =
        Requests.hindrances(request, all.revision(), all.rules(), directory, clock.instant());
    Sight sight = new Sight(reader, all.rules().access(), directory);
    Json body =
        Answers.summary(request)
            .put("project", request.id().project().value())
            .put("title", request.title())
            .put("author", Answers.actor(request.author(), directory::nameOf))
            .put("createdAt", request.createdAt())
            .put("expiresAt", request.expiresAt())
            .put("agreed", request.status() == Status.OPEN && reasons.isEmpty())
            .put("reasons", Answers.reasons(all.of(reasons), directory))
            .put("overlapping", overlapping.of(request, all.revision(), sight))
            .build();
    return HttpResponse.json(status, body).with("location", "/v1/change-requests/" + request.id());
  }

  /** Answers a submission that was carried out before. */
  public HttpResponse again(Store store, Actor actor, RequestId id, int status) {
    Head head = Objects.requireNonNull(store.read(Ask.state(id)).head(), "it was submitted");
    Revision revision =
        Objects.requireNonNull(store.revision(id, head.request().digest()), "its revision");
    Rules rules = Objects.requireNonNull(store.rules(id.project()), "its project");
    // The key is its subject's, which may be somebody else's by now.
    if (!Requester.mayRead(actor, head.request(), revision, rules.access())) {
      throw Problem.notFound().asException();
    }
    return answer(new Clearing(head.request(), revision, rules, store.directory()), actor, status);
  }
}
