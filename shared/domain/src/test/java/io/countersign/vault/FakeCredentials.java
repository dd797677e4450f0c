package io.countersign.vault;

import io.countersign.project.ProjectId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials in memory. */
public final class FakeCredentials implements Credentials {
  private final Map<String, String> kept = new LinkedHashMap<>();
  private boolean away;

  @Override
  public String keep(ProjectId project, String owner, String credential) {
    String version = "version-" + (kept.size() + 1);
    kept.put(key(project, owner, version), credential);
    return version;
  }

  @Override
  public @Nullable String read(ProjectId project, String owner, String version) {
    if (away) {
      throw new VaultUnavailable("Secrets Manager GetSecretValue: away");
    }
    return kept.get(key(project, owner, version));
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

  private static String key(ProjectId project, String owner, String version) {
    return project + "/" + owner + "/" + version;
  }
}
