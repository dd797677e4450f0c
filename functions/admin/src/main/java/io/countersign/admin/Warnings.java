package io.countersign.admin;

import io.countersign.json.Json;
import io.countersign.policy.Overlap;
import io.countersign.policy.Policy;
import io.countersign.wire.PolicyJson;
import java.util.Collection;

/** A policy as just written, with what it does to the others and they to it. */
final class Warnings {
  private Warnings() {}

  static Json with(Policy policy, Collection<Policy> others) {
    return Json.object()
        .putAll(((Json.Obj) PolicyJson.write(policy)).members())
        .put("warnings", Json.array(Overlap.of(policy, others), Warnings::shown))
        .build();
  }

  private static Json shown(Overlap overlap) {
    Policy other = overlap.other();
    return Json.object()
        .put("code", overlap.kind().code())
        .put("message", overlap.message())
        .put(
            "policy", Json.object().put("id", other.id().value()).put("name", other.name()).build())
        .put("places", Json.array(overlap.places(), PolicyJson::write))
        .build();
  }
}
