package io.countersign.submit;

import io.countersign.edge.command.Grounds;
import io.countersign.edge.http.Caller;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.json.Fields;
import io.countersign.proposal.Inverse;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Operation;
import io.countersign.revision.Payload;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Store;

/** Asks for what takes back what a merged request did. */
final class Reverting {
  static final String ROUTE = "POST /v1/change-requests/{id}/revert";

  private final Store store;
  private final Submitting submitting;

  Reverting(Store store, Submitting submitting) {
    this.store = store;
    this.submitting = submitting;
  }

  /** A merged request is what it is for good, so it may be read before anything is decided. */
  HttpResponse revert(HttpRequest http) {
    Caller caller = Caller.of(http);
    RequestId id = http.parameter("id", RequestId::parse);
    Fields body = http.fields();
    String message = body.messageOrEmpty("message");
    body.end();
    Grounds grounds =
        Grounds.of(
            store, store.read(new Ask(caller.subject(), id, null, null, id.project())), caller, id);
    Request request = grounds.request();
    Revision merged = grounds.revision();
    if (!(merged.payload() instanceof Payload.OfSecrets)) {
      throw Problem.of(409, "other-kind", "Only changes of secrets can be reverted.").asException();
    }
    if (request.status() != Status.MERGED && request.status() != Status.BYPASSED) {
      throw Problem.of(409, "not-merged", "Only what was merged can be reverted.").asException();
    }
    if (merged.operations().stream().anyMatch(Operation.Remove.class::isInstance)) {
      throw Problem.of(
              409,
              "document-removed",
              "It took a document away. Restore the secret in AWS first, as long as that keeps it.")
          .asException();
    }
    return submitting.submit(
        http, new Submission(id.project(), title(request), message, Inverse.of(merged)));
  }

  private static String title(Request request) {
    String title = "Revert " + request.id() + ": " + request.title();
    int end =
        title.offsetByCodePoints(
            0, Math.min(Submission.LONGEST_TITLE, title.codePointCount(0, title.length())));
    return title.substring(0, end);
  }
}
