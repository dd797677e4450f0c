package io.countersign.vault;

/** What came of creating a secret. */
public sealed interface Creation {
  /** It is there now, holding {@code {}} in this version. */
  record Created(String arn, String versionId) implements Creation {}

  /** A secret of that name was there already. */
  record Exists() implements Creation {}
}
