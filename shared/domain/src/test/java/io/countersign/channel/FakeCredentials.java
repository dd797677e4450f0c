package io.countersign.channel;

import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
import io.countersign.vault.VaultUnavailable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials in memory. */
public final class FakeCredentials implements Credentials {
  private final Map<String, String> kept = new LinkedHashMap<>();
  private boolean away;

  @Override
  public String keep(ProjectId project, ChannelId channel, String credential) {
    String version = "version-" + (kept.size() + 1);
    kept.put(key(project, channel, version), credential);
    return version;
  }

  @Override
  public @Nullable String read(ProjectId project, ChannelId channel, String version) {
    if (away) {
      throw new VaultUnavailable("Secrets Manager GetSecretValue: away");
    }
    return kept.get(key(project, channel, version));
  }

  /** From now on none can be read. */
  public void away() {
    away = true;
  }

  /** They can be read again. */
  public void back() {
    away = false;
  }

  /** How many were kept. */
  public int size() {
    return kept.size();
  }

  private static String key(ProjectId project, ChannelId channel, String version) {
    return project + "/" + channel + "/" + version;
  }
}
