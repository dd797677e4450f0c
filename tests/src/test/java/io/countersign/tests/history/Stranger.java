package io.countersign.tests.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.local.api.Api;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who writes to the secrets without Countersign, by compare-and-swap as it is right. */
final class Stranger {
  private final Scene scene;
  private final Map<Slot, String> written = new LinkedHashMap<>();

  Stranger(Scene scene) {
    this.scene = scene;
  }

  /** Adds a key, unless somebody else comes in between. */
  synchronized void writes(String document) {
    String secret = scene.secret(document);
    String version = World.SECRETS.version(secret);
    ObjectNode content = (ObjectNode) Api.json(World.SECRETS.text(secret));
    Slot slot = new Slot(document, "THEIRS_" + written.size());
    content.put(slot.key(), "theirs-" + written.size());
    if (version != null && World.SECRETS.swaps(secret, version, content.toString())) {
      written.put(slot, content.path(slot.key()).asText());
    }
  }

  synchronized Map<Slot, String> written() {
    return Map.copyOf(written);
  }
}
