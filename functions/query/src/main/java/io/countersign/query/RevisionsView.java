package io.countersign.query;

import io.countersign.directory.ActorId;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Events;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.revision.Revision;
import java.util.List;

/** The revisions of a request: all of them in short, and one as it was sealed. */
record RevisionsView(Look look) {
  /** Every one, as the events tell of it. */
  Json all(List<Json.Obj> events) {
    return Json.array(
        events.stream().filter(RevisionsView::made).toList(),
        event ->
            Json.object()
                .put("number", Fields.of(event).number("revision"))
                .put("digest", Events.text(event, "digest"))
                .put("author", person(ActorId.of(Events.text(event, "by"))))
                .put("at", Events.text(event, "at"))
                .build());
  }

  private static boolean made(Json.Obj event) {
    String type = Events.text(event, "type");
    return type.equals("Submitted") || type.equals("Revised");
  }

  /** One of them: keys and kinds of change, never values. */
  Json one(Revision revision) {
    return Json.object()
        .put("request", revision.request().toString())
        .put("number", revision.number())
        .put("digest", revision.digest().hex())
        .put("present", revision.digest().equals(look.request().digest()))
        .put("author", person(revision.author()))
        .put("authors", Json.array(revision.authors(), this::person))
        .put("at", revision.madeAt())
        .put("title", revision.title())
        .put("message", revision.message())
        .put("changes", ChangesView.of(revision))
        .build();
  }

  private Json person(ActorId id) {
    return Answers.actor(id, look.directory()::nameOf);
  }
}
