package io.countersign.wire;

import io.countersign.directory.ActorId;
import io.countersign.directory.PersonId;
import io.countersign.explain.Reason;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.request.Request;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What merges have made of a request. */
final class EndingJson {
  private EndingJson() {}

  static Json write(Request.Ending ending) {
    Reason stopped = ending.stopped();
    Request.Granted granted = ending.granted();
    Json.Builder json = Json.object();
    if (granted != null) {
      json.put("granted", granted(granted));
    }
    return json.put("stopped", stopped == null ? new Json.Null() : PartsJson.reason(stopped))
        .put("dead", ending.dead())
        .put("landed", Json.array(ending.landed(), PartsJson::landed))
        .put("remains", Json.array(ending.remains(), PartsJson::remains))
        .put("unreviewed", unreviewed(ending.unreviewed()))
        .put("undone", unreviewed(ending.undone()))
        .build();
  }

  private static Json granted(Request.Granted granted) {
    Request.Granted.End end = granted.end();
    ActorId by = end == null ? null : end.by();
    return Json.object()
        .put("grant", AccessJson.write(granted.grant()))
        .put("endedAt", end == null ? null : end.at())
        .put("endedBy", by == null ? null : by.value())
        .build();
  }

  private static Request.@Nullable Granted granted(@Nullable Fields json) {
    if (json == null) {
      return null;
    }
    Instant at = json.optionalTyped("endedAt", Instant::parse);
    return new Request.Granted(
        AccessJson.grant(json.object("grant")),
        at == null
            ? null
            : new Request.Granted.End(at, json.optionalTyped("endedBy", ActorId::of)));
  }

  private static Json unreviewed(Request.@Nullable Unreviewed unreviewed) {
    if (unreviewed == null) {
      return new Json.Null();
    }
    Request.Reviewed reviewed = unreviewed.reviewed();
    return Json.object()
        .put("reason", unreviewed.reason())
        .put("at", unreviewed.at())
        .put("reviewedBy", reviewed == null ? null : reviewed.by().value())
        .put("reviewedAt", reviewed == null ? null : reviewed.at())
        .build();
  }

  static Request.Ending read(Fields json) {
    Fields stopped = json.optionalObject("stopped");
    return new Request.Ending(
        stopped == null ? null : PartsJson.reason(stopped),
        json.flagOr("dead", false),
        json.objects("landed").stream().map(PartsJson::landed).toList(),
        json.objects("remains").stream().map(PartsJson::remains).toList(),
        unreviewed(json.optionalObject("unreviewed")),
        unreviewed(json.optionalObject("undone")),
        granted(json.optionalObject("granted")));
  }

  private static Request.@Nullable Unreviewed unreviewed(@Nullable Fields json) {
    if (json == null) {
      return null;
    }
    PersonId by = json.optionalTyped("reviewedBy", PersonId::new);
    return new Request.Unreviewed(
        json.text("reason"),
        json.typed("at", Instant::parse),
        by == null ? null : new Request.Reviewed(by, json.typed("reviewedAt", Instant::parse)));
  }
}
