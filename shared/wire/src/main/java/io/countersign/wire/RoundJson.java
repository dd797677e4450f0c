package io.countersign.wire;

import io.countersign.delivery.Rounds.Round;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import java.time.Instant;

/** Rounds of reminders, as stored and as handed on. */
public final class RoundJson {
  /** What a message is called by which notify is told that a round is due. */
  public static final String DUE = "Reminder Due";

  private RoundJson() {}

  /** That message. */
  public static Json.Obj message(Round round) {
    return Json.object()
        .put("source", "countersign")
        .put("detail-type", DUE)
        .put("detail", write(round))
        .build();
  }

  public static Json.Obj write(Round round) {
    return Json.object()
        .put("request", round.request().toString())
        .put("sequence", round.sequence())
        .put("digest", round.digest().hex())
        .put("number", round.number())
        .put("due", round.due())
        .build();
  }

  public static Round read(Json stored) {
    Fields json = Fields.of(stored);
    return new Round(
        json.typed("request", RequestId::parse),
        json.number("sequence"),
        json.typed("digest", Digest::new),
        (int) json.number("number"),
        json.typed("due", Instant::parse));
  }
}
