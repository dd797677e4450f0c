package io.countersign.edge.http;

import io.countersign.directory.Subject;
import java.util.Map;

/** Who calls, by the claims of the JWT: issuer and subject, never e-mail or groups. */
public final class Caller {
  private Caller() {}

  /**
   * The subject of the token.
   *
   * @throws ProblemException 401 without one; 403 for a client's own token, which is never a person
   */
  public static Subject of(HttpRequest request) {
    Map<String, String> claims = request.claims();
    String issuer = claims.getOrDefault("iss", "");
    String subject = claims.getOrDefault("sub", "");
    if (issuer.isEmpty() || subject.isEmpty()) {
      throw Problem.of(401, "sign-in", "The call carries no token of a signed-in person.")
          .asException();
    }
    if (subject.equals(claims.get("client_id"))) {
      throw Problem.of(403, "not-a-person", "A client's own token is not a person.").asException();
    }
    return new Subject(issuer, subject);
  }
}
