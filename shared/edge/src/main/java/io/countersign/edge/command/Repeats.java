package io.countersign.edge.command;

import io.countersign.directory.Subject;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.Problem;
import io.countersign.link.LinkToken;
import io.countersign.name.Token;
import io.countersign.revision.RequestId;
import io.countersign.store.Repeat;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Idempotency keys: scoped to actor, route and key, kept for a day. */
public final class Repeats {
  private static final Duration KEPT = Duration.ofHours(24);

  /** One use of a key. */
  public record Key(String hash, String body) {
    /** The record of the command's end. */
    public Repeat done(RequestId request, int status, Instant now) {
      return new Repeat(hash, body, null, request, status, now.plus(KEPT));
    }

    /** The record of a command with values that begins. */
    public Repeat started(String token, Instant now) {
      return Repeat.started(hash, body, token, now.plus(KEPT));
    }

    /**
     * Refuses another body under the same key.
     *
     * @throws ProblemException 422
     */
    public void same(Repeat earlier) {
      if (!earlier.body().equals(body)) {
        throw Problem.field(
                422,
                "idempotency-key-reused",
                new Problem.FieldError(
                    "Idempotency-Key", "reused", "was used before with another body"))
            .asException();
      }
    }
  }

  private Repeats() {}

  /**
   * The key of a call, or null where it has none.
   *
   * @param bodyHash of the body; keyed where the body holds values
   */
  public static @Nullable Key of(
      HttpRequest http, Subject subject, UnaryOperator<String> bodyHash) {
    return of(http, bodyHash, subject.issuer(), subject.subject());
  }

  private static @Nullable Key of(
      HttpRequest http, UnaryOperator<String> bodyHash, String first, String second) {
    String key = http.header("idempotency-key");
    if (key == null) {
      return null;
    }
    if (key.isBlank() || key.length() > 200) {
      throw Problem.field(
              422,
              "invalid-field",
              new Problem.FieldError("Idempotency-Key", "length", "must have 1 to 200 characters"))
          .asException();
    }
    return new Key(
        Token.of(first, second, http.method(), http.path(), key), bodyHash.apply(http.body()));
  }

  /** The same for a body without values. */
  public static @Nullable Key of(HttpRequest http, Subject subject) {
    return of(http, subject, Token::of);
  }

  /** The same for whoever has a link; the token in the body cannot be guessed from its hash. */
  public static @Nullable Key of(HttpRequest http, LinkToken token) {
    return of(http, Token::of, "link", token.hash());
  }
}
