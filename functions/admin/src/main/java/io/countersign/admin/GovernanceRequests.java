package io.countersign.admin;

import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.json.Fields;
import io.countersign.project.ProjectId;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import java.util.List;

/** Several changes of rules in one request, with words to its approvers; and its next revisions. */
final class GovernanceRequests {
  static final String ASK = "POST /v1/governance-requests";
  static final String REVISE = "POST /v1/governance-requests/{id}/revisions";

  private enum Base {
    PRESENT
  }

  private final Changes changes;
  private final Writing writing;

  GovernanceRequests(Changes changes, Writing writing) {
    this.changes = changes;
    this.writing = writing;
  }

  HttpResponse ask(HttpRequest http) {
    Fields body = http.fields();
    ProjectId project = body.typed("project", ProjectId::new);
    Wording wording = wording(body);
    List<Draft> drafts = changes.in(body, http);
    body.end();
    return writing.write(http, project, drafts, wording);
  }

  /** With other changes, or with the same on what is there now. */
  HttpResponse revise(HttpRequest http) {
    RequestId id = http.parameter("id", RequestId::parse);
    Fields body = http.fields();
    Digest seen = body.typed("digest", Digest::new);
    Wording wording = wording(body);
    List<Draft> drafts = List.of();
    if (body.has("base")) {
      body.choice("base", Base.class);
    } else {
      drafts = changes.in(body, http);
    }
    body.end();
    return writing.revise(http, id, seen, drafts, wording);
  }

  private static Wording wording(Fields body) {
    return new Wording(
        body.has("title") ? body.text("title", Asking.LONGEST_TITLE) : null,
        body.messageOrEmpty("message"));
  }
}
