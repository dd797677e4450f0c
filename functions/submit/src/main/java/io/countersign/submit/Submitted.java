package io.countersign.submit;

import io.countersign.directory.Directory;
import io.countersign.edge.command.Answers;
import io.countersign.edge.command.Overlapping;
import io.countersign.edge.command.Sight;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Json;
import io.countersign.request.Agreement;
import io.countersign.request.Assessment;
import io.countersign.request.Request;
import io.countersign.revision.Revision;
import java.util.List;

/** The answer to a submission: where it stands, who must agree, and where to look. */
record Submitted(Overlapping overlapping) {
  HttpResponse answer(Request request, Revision revision, Sight sight, int status) {
    Directory directory = sight.directory();
    Assessment assessment = Agreement.of(request, revision, List.of(), Agreement.Now.of(directory));
    Json body =
        Answers.summary(request)
            .put("project", request.id().project().value())
            .put("title", request.title())
            .put("author", Answers.actor(request.author(), directory::nameOf))
            .put("createdAt", request.createdAt())
            .put("expiresAt", request.expiresAt())
            .put("agreed", assessment.agreed())
            .put("reasons", Answers.reasons(assessment.reasons(), directory::nameOf))
            .put("overlapping", overlapping.of(request, revision, sight))
            .build();
    return HttpResponse.json(status, body).with("location", "/v1/change-requests/" + request.id());
  }
}
