package io.countersign.store;

import io.countersign.revision.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An idempotency record: never a body or a value.
 *
 * @param key SHA-256 of actor, route and key
 * @param body the body's hash; under a KMS key where the body holds values
 * @param token the revision token of a command that has begun, or null
 * @param request what came of it, or null while it has only begun
 * @param status the HTTP status of the first answer, 0 while it has only begun
 * @param until when it may be forgotten
 */
public record Repeat(
    String key,
    String body,
    @Nullable String token,
    @Nullable RequestId request,
    int status,
    Instant until) {

  /** A command with values has begun. */
  public static Repeat started(String key, String body, String token, Instant until) {
    return new Repeat(key, body, token, null, 0, until);
  }

  /** The same, with what came of it. */
  public Repeat done(RequestId result, int answer) {
    return new Repeat(key, body, token, result, answer, until);
  }

  public boolean isDone() {
    return request != null;
  }
}
