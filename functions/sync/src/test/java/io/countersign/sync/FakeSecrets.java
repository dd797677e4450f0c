package io.countersign.sync;

import io.countersign.vault.Seen;
import io.countersign.vault.VaultUnavailable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Managed secrets in memory. */
final class FakeSecrets implements Secrets {
  private final Map<String, Seen> secrets = new HashMap<>();
  private boolean away;

  void hold(String name, String version, @Nullable String text) {
    secrets.put(name, new Seen.Present("arn:" + name, version, null, text, null));
  }

  void put(String name, Seen seen) {
    secrets.put(name, seen);
  }

  void away() {
    away = true;
  }

  @Override
  public Seen read(String secretName) {
    if (away) {
      throw new VaultUnavailable("Secrets Manager read: away");
    }
    return secrets.getOrDefault(secretName, new Seen.Missing());
  }
}
