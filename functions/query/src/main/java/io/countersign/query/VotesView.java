package io.countersign.query;

import io.countersign.directory.PersonId;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Events;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.query.timeline.Timeline;
import io.countersign.request.Vote;
import java.util.List;
import java.util.Map;

/** The standing votes, each with its weight. */
record VotesView(Look look, Timeline timeline, List<Json.Obj> events) {
  Json json() {
    Map<PersonId, String> uncounted = look.assessment().uncounted();
    return Json.array(
        look.request().votes().values(),
        vote -> {
          String why = uncounted.get(vote.voter());
          Json.Obj cast = cast(vote);
          return Json.object()
              .put("person", Answers.actor(vote.voter(), look.directory()::nameOf))
              .put("decision", vote.decision().name())
              .put("digest", look.request().digest().hex())
              .put("comment", Events.text(cast, "comment"))
              .put("at", vote.at())
              .put("counts", why == null)
              .put("why", why)
              .put("duration", vote.lasting() == null ? null : vote.lasting().toString())
              .putIf("via", Fields.of(cast).optionalText("via"))
              .build();
        });
  }

  /** The event by which it was cast, also where that is none of the newest. */
  private Json.Obj cast(Vote vote) {
    return events.stream()
        .filter(event -> Timeline.sequence(event) == vote.event())
        .findFirst()
        .orElseGet(() -> timeline.at(look.request().id(), vote.event()));
  }
}
