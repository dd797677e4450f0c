package io.countersign.project;

import io.countersign.name.SecretPrefix;
import org.jspecify.annotations.Nullable;

/**
 * A set of documents under one prefix.
 *
 * @param kmsKeyArn the key that new secrets are encrypted with, or null for AWS's own
 */
public record Environment(
    EnvironmentId id,
    String name,
    SecretPrefix secretPrefix,
    @Nullable String kmsKeyArn,
    long version) {}
