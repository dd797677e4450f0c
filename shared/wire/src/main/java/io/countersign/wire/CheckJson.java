package io.countersign.wire;

import io.countersign.destination.Check;
import io.countersign.directory.ActorId;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether destinations can be reached: as stored, as shown, and the message that asks for it. */
public final class CheckJson {
  private static final String CHECK = "check";

  private CheckJson() {}

  /** As stored. */
  public static Json.Obj write(Check check) {
    return shown(check)
        .putAll(PartsJson.lane(check.lane()).build().members())
        .put("by", check.by().value())
        .build();
  }

  public static Check read(Json stored) {
    return read(Fields.of(stored));
  }

  private static Check read(Fields json) {
    return new Check(
        PartsJson.lane(json),
        json.number("version"),
        json.typed("by", ActorId::of),
        json.typed("at", Instant::parse),
        json.choice("status", Check.Status.class),
        json.optionalText("reason"));
  }

  /** What the API shows besides who asked. */
  public static Json.Builder shown(Check check) {
    return Json.object()
        .put("version", check.version())
        .put("at", check.at())
        .put("status", check.status().name())
        .put("reason", check.reason());
  }

  /** The message that it be done. */
  public static Json.Obj message(Check check) {
    return Json.object().put(CHECK, write(check)).build();
  }

  /** What such a message asks for, or null where it is another. */
  public static @Nullable Check asked(Json.Obj message) {
    Fields check = Fields.of(message).optionalObject(CHECK);
    return check == null ? null : read(check);
  }
}
