package io.countersign.wire;

import io.countersign.destination.Sync;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.project.DestinationId;
import io.countersign.revision.RequestId;
import java.time.Instant;

/** Syncs, as stored and, without the request, as shown. */
public final class SyncJson {
  private SyncJson() {}

  /** As stored. */
  public static Json.Obj write(Sync sync) {
    return members(sync).put("request", sync.request().toString()).build();
  }

  public static Sync read(Json stored) {
    Fields json = Fields.of(stored);
    return new Sync(
        json.typed("request", RequestId::parse),
        json.typed("destination", DestinationId::new),
        PartsJson.document(json),
        json.text("versionId"),
        json.choice("status", Sync.Status.class),
        json.optionalText("reason"),
        json.typedList("names", name -> name),
        json.numberOr("attempts", 0, 0, Integer.MAX_VALUE),
        json.typed("at", Instant::parse),
        json.optionalTyped("nextTry", Instant::parse));
  }

  /** As the API shows it. */
  public static Json.Obj shown(Sync sync) {
    return members(sync).build();
  }

  private static Json.Builder members(Sync sync) {
    return Json.object()
        .put("destination", sync.destination().value())
        .put("environment", sync.document().environment().value())
        .put("path", sync.document().path().value())
        .put("versionId", sync.versionId())
        .put("status", sync.status().name())
        .put("reason", sync.reason())
        .put("names", Json.texts(sync.names()))
        .put("attempts", sync.attempts())
        .put("at", sync.at())
        .put("nextTry", sync.nextTry());
  }
}
