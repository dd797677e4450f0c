package io.countersign.edge.http;

import io.countersign.directory.Subject;
import java.util.Map;

/**
 * Who calls, by the claims of the JWT: issuer and subject, never e-mail or groups.
 *
 * @param bearer whose token it is
 */
public record Caller(Subject subject, Bearer bearer) {
  /** Whose a token is. */
  public enum Bearer {
    /** Somebody signed in. */
    PERSON,
    /** One of the deployment's machine clients, whatever the token's subject is. */
    MACHINE,
    /**
     * A client that the deployment does not name as a machine came by it with its own credentials:
     * nobody.
     */
    CLIENT
  }

  /**
   * The caller of a request.
   *
   * @throws ProblemException 401 without a token, or with one that is not for access
   */
  public static Caller of(HttpRequest request) {
    Map<String, String> claims = request.claims();
    String issuer = claims.getOrDefault("iss", "");
    String subject = claims.getOrDefault("sub", "");
    if (issuer.isEmpty() || subject.isEmpty()) {
      throw Problem.of(401, "sign-in", "The call carries no token of a person or machine.")
          .asException();
    }
    if (!claims.getOrDefault("token_use", "access").equals("access")) {
      throw Problem.of(401, "sign-in", "The call carries a token that is not for access.")
          .asException();
    }
    return new Caller(new Subject(issuer, subject), bearer(subject, claims, request.machines()));
  }

  /** Both claims are looked at for a client: a token for a person has none of them in either. */
  private static Bearer bearer(
      String subject, Map<String, String> claims, MachineClients machines) {
    String audience = claims.getOrDefault("aud", "");
    String client = claims.getOrDefault("client_id", audience);
    if (machines.in(client)) {
      return Bearer.MACHINE;
    }
    return machines.in(audience) || subject.equals(client) || subject.equals(audience)
        ? Bearer.CLIENT
        : Bearer.PERSON;
  }

  /**
   * The subject of somebody signed in.
   *
   * @throws ProblemException 403 for a client's own token
   */
  public Subject person() {
    return switch (bearer) {
      case PERSON -> subject;
      case MACHINE, CLIENT ->
          throw Problem.of(
                  403, "not-a-person", "A client's own token is not a person: sign in yourself.")
              .asException();
    };
  }
}
