package io.countersign.vault;

import java.util.Map;

/** Somebody else with access to the same secrets, who knows nothing of us. Secrets by name. */
public interface Outsider {
  /** Creates a secret; its ARN. */
  String create(String name, String text);

  /** Creates a secret without any version; its ARN. */
  String createWithoutVersion(String name);

  /** Creates a secret that holds bytes; its ARN. */
  String createBinary(String name);

  /** Writes a new version, which becomes the current one; its id. */
  String put(String name, String text);

  /** Begins a rotation: a new version under {@code AWSPENDING}; its id. */
  String startRotation(String name, String text);

  /** Moves {@code AWSCURRENT} to a version, from wherever it is. */
  void promote(String name, String versionId);

  /** Deletes at once and for good. */
  void purge(String name);

  /** The version that each label is on. */
  Map<String, String> labels(String name);
}
