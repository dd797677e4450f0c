package io.countersign.vault;

/** What came of creating a secret. */
public sealed interface Creation {
  /** It is there now, holding {@code {}} in this version. */
  record Created(String arn, String versionId) implements Creation {}

  /**
   * A secret of that name was there already, perhaps waiting for its deletion. One that never had a
   * version now holds {@code {}}.
   */
  record Exists() implements Creation {}
}
