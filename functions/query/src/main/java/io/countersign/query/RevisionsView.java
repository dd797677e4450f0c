package io.countersign.query;

import io.countersign.directory.ActorId;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Events;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.query.reading.AccessView;
import io.countersign.query.reading.RulesView;
import io.countersign.revision.Revision;
import java.util.ArrayList;
import java.util.List;

/** The revisions of a request: all of them in short, and one as it was sealed. */
record RevisionsView(Look look) {
  /** Those of which the events tell; the present one is the last also where they do not. */
  Json all(List<Json.Obj> events) {
    List<Json> lines = new ArrayList<>();
    events.stream().filter(RevisionsView::made).forEach(each -> lines.add(line(each)));
    if (lines.isEmpty()) {
      lines.add(
          Json.object()
              .put("number", look.revision().number())
              .put("digest", look.revision().digest().hex())
              .put("author", person(look.revision().author()))
              .put("at", look.revision().madeAt())
              .build());
    }
    return new Json.Arr(lines);
  }

  private Json line(Json.Obj event) {
    return Json.object()
        .put("number", Fields.of(event).number("revision"))
        .put("digest", Events.text(event, "digest"))
        .put("author", person(ActorId.of(Events.text(event, "by"))))
        .put("at", Events.text(event, "at"))
        .build();
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
        .put("access", AccessView.of(revision))
        .put("rules", RulesView.of(revision, look.directory(), look::whole))
        .build();
  }

  private Json person(ActorId id) {
    return Answers.actor(id, look.directory()::nameOf);
  }
}
