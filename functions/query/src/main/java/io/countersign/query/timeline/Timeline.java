package io.countersign.query.timeline;

import io.countersign.directory.ActorId;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Events;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.outbox.EventLog;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.wire.EventJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a request from its newest one back, each piece in order. */
public record Timeline(EventLog log) {
  private static final int NEWEST = 1000;
  private static final int PAGE = 100;

  /** The newest ones: enough for the page of nearly every request. */
  public List<Json.Obj> newest(Request request) {
    return before(request.id(), request.sequence() + 1, NEWEST);
  }

  /** A page of those before one. */
  public List<Json.Obj> before(RequestId request, long sequence) {
    return before(request, sequence, PAGE);
  }

  private List<Json.Obj> before(RequestId request, long sequence, int most) {
    long after = Math.max(0, sequence - 1 - most);
    int many = (int) (sequence - 1 - after);
    return many < 1
        ? List.of()
        : log.events(request, after, many).stream().map(JsonText::object).toList();
  }

  /** The one of that number. */
  public Json.Obj at(RequestId request, long sequence) {
    return before(request, sequence + 1, 1).getFirst();
  }

  /** The cursor of what was before these, or null where they begin with the first. */
  public static @Nullable String earlier(List<Json.Obj> events) {
    long first = events.isEmpty() ? 1 : sequence(events.getFirst());
    return first == 1 ? null : Long.toString(first);
  }

  public static long sequence(Json.Obj event) {
    return Fields.of(event).number("sequence");
  }

  /** What is shown of an event. */
  public static Json line(Json.Obj event, Answers.Names names) {
    String by = Events.text(event, "by");
    String digest = Events.text(event, "digest");
    return Json.object()
        .put("sequence", sequence(event))
        .put("type", Events.text(event, "type"))
        .put("at", Events.text(event, "at"))
        .put("by", by.isEmpty() ? new Json.Null() : Answers.actor(ActorId.of(by), names))
        .put("digest", digest.isEmpty() ? null : digest)
        .put("text", TimelineText.of(EventJson.event(event), names))
        .putIf("via", Fields.of(event).optionalText("via"))
        .build();
  }
}
