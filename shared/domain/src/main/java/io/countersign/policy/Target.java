package io.countersign.policy;

import io.countersign.name.PathGlob;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;

/** Where a policy holds: the documents of an environment whose path the glob matches. */
public record Target(EnvironmentId environment, PathGlob path) {
  /** Whether the document is meant. */
  public boolean covers(DocumentId document) {
    return environment.equals(document.environment()) && path.matches(document.path());
  }

  /** Whether there can be a document that both cover. */
  public boolean overlaps(Target other) {
    return environment.equals(other.environment) && path.overlaps(other.path);
  }

  /** Whether it covers every document that the other covers. */
  boolean covers(Target other) {
    return environment.equals(other.environment) && path.covers(other.path);
  }

  @Override
  public String toString() {
    return environment + ":" + path;
  }

  /** How closely it names what it covers. */
  public Rank rank() {
    if (path.exact()) {
      return Rank.EXACT;
    }
    return path.value().equals("/**") ? Rank.ENVIRONMENT : Rank.GLOB;
  }

  /** How closely a target names a document; a later constant beats an earlier one (rule 3). */
  public enum Rank {
    ENVIRONMENT,
    GLOB,
    EXACT
  }
}
