package io.countersign.wire;

import io.countersign.json.Json;
import io.countersign.policy.Lowered;
import java.util.List;

/** What is asked for no longer. */
public final class LoweredJson {
  private LoweredJson() {}

  public static Json write(List<Lowered> lowered) {
    return Json.array(
        lowered,
        each ->
            Json.object()
                .put("what", each.what().code())
                .put("from", each.from())
                .put("to", each.to())
                .put("message", each.message())
                .build());
  }
}
