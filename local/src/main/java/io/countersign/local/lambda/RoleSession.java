package io.countersign.local.lambda;

import java.time.Instant;

/** Credentials of an assumed role. */
public record RoleSession(
    String accessKeyId, String secretAccessKey, String sessionToken, Instant expires) {
  /** Where they come from: assumes a role for the function of that name. */
  @FunctionalInterface
  public interface Source {
    RoleSession assume(String role, String functionName);
  }
}
