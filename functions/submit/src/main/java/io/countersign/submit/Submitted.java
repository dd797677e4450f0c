package io.countersign.submit;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Overlapping;
import io.countersign.edge.command.Sight;
import io.countersign.edge.http.HttpResponse;
import io.countersign.explain.Reason;
import io.countersign.json.Json;
import io.countersign.remedy.Clearing;
import io.countersign.request.Request;
import io.countersign.request.Requests;
import io.countersign.request.Status;
import java.time.InstantSource;
import java.util.List;

/**
 * The answer to a submission: where it stands by the rules of this moment, who must agree, and
 * where to look.
 */
record Submitted(Overlapping overlapping, InstantSource clock) {
  /**
   * Answers.
   *
   * @param all the request and what it rests on
   */
  HttpResponse answer(Clearing all, Actor reader, int status) {
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
}
