package io.countersign.tests.road;

import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.text.Text;
import java.util.Map;
import java.util.TreeMap;

/** A request that is left to expire while the other tests run. */
final class Expiring {
  static final Scene SCENE = Scene.unprotected();
  static final Proposal PROPOSAL = begun();

  private Expiring() {}

  private static Proposal begun() {
    Map<String, Object> policy = new TreeMap<>(SCENE.policyBody(1));
    policy.put("pendingFor", "PT1M");
    policy.put("linkVoting", "WITH_CODE");
    SCENE.policy(policy);
    return SCENE.proposes("/db", "KEY", Text.value());
  }
}
