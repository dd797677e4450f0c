package io.countersign.wire;

import io.countersign.explain.Reason;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.request.Request;

/** What merges have made of a request. */
final class EndingJson {
  private EndingJson() {}

  static Json write(Request.Ending ending) {
    Reason stopped = ending.stopped();
    return Json.object()
        .put("stopped", stopped == null ? new Json.Null() : PartsJson.reason(stopped))
        .put("dead", ending.dead())
        .put("landed", Json.array(ending.landed(), PartsJson::landed))
        .build();
  }

  static Request.Ending read(Fields json) {
    Fields stopped = json.optionalObject("stopped");
    return new Request.Ending(
        stopped == null ? null : PartsJson.reason(stopped),
        json.flagOr("dead", false),
        json.objects("landed").stream().map(PartsJson::landed).toList());
  }
}
