package io.countersign.vault;

/**
 * One version of one secret, by name only.
 *
 * @param arn a secret that was deleted and created again has another
 */
public record Edition(String arn, String versionId) {}
