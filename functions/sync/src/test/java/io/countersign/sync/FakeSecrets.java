package io.countersign.sync;

import io.countersign.vault.Inventory;
import io.countersign.vault.Seen;
import io.countersign.vault.VaultUnavailable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Managed secrets in memory. */
final class FakeSecrets implements Secrets, Inventory {
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

  void back() {
    away = false;
  }

  @Override
  public SortedMap<String, Instant> under(String beginning) {
    SortedMap<String, Instant> names = new TreeMap<>();
    secrets.keySet().stream()
        .filter(each -> each.startsWith(beginning))
        .forEach(each -> names.put(each, Instant.EPOCH));
    return names;
  }
}
