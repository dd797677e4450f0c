package io.countersign.project;

/**
 * A token, webhook or key, as far as it is shown.
 *
 * @param secretVersion the version in Secrets Manager that holds it
 * @param lastFour its last four characters
 */
public record Credential(String secretVersion, String lastFour) {}
