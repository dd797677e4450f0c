package io.countersign.web;

import io.countersign.edge.http.Router;
import java.net.URI;
import java.util.Map;

/** Makes the function from its environment. */
final class Wiring {
  private Wiring() {}

  static Router fromEnvironment() {
    return router(System.getenv());
  }

  static Router router(Map<String, String> environment) {
    SignIn signIn =
        new SignIn(
            value(environment, "ISSUER"),
            value(environment, "CLIENT_ID"),
            URI.create(value(environment, "AUTHORIZATION_ENDPOINT")),
            URI.create(value(environment, "TOKEN_ENDPOINT")),
            environment.getOrDefault("END_SESSION_ENDPOINT", ""),
            value(environment, "SCOPES"));
    return router(new Dashboard(Site.packaged(signIn), signIn));
  }

  private static Router router(Dashboard dashboard) {
    return new Router(
        Map.of(
            "GET /", dashboard,
            "HEAD /", dashboard,
            "GET /config.json", dashboard,
            "GET /{proxy+}", dashboard,
            "HEAD /{proxy+}", dashboard));
  }

  private static String value(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set");
    }
    return value;
  }
}
