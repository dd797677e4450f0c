package io.countersign.sync;

import io.countersign.name.SecretPrefix;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the deployment lets sync read and write.
 *
 * @param secrets the beginnings of names of secrets
 * @param parameters the beginnings of names of parameters
 */
record Scope(List<SecretPrefix> secrets, List<String> parameters) {
  /** Why nothing can be pushed from there to there, or null. */
  @Nullable String hindrance(@Nullable Environment environment, Destination destination) {
    if (environment == null) {
      return "the project has no such environment any more";
    }
    if (!environment.secretPrefix().within(secrets)) {
      return "the environment's prefix is not managed by this deployment";
    }
    return covers(destination.parameterPrefix())
        ? null
        : "the destination's parameter prefix is not managed by this deployment";
  }

  /** Whether the parameter of this name, or all that begin so, may be written. */
  boolean covers(String parameter) {
    return parameters.stream().anyMatch(parameter::startsWith);
  }
}
