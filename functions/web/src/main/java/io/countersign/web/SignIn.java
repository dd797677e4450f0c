package io.countersign.web;

import io.countersign.json.Json;
import java.net.URI;

/**
 * What the dashboard needs to sign people in; nothing here is secret.
 *
 * @param endSessionEndpoint empty where the issuer has none
 * @param scopes with spaces between
 */
record SignIn(
    String issuer,
    String clientId,
    URI authorizationEndpoint,
    URI tokenEndpoint,
    String endSessionEndpoint,
    String scopes) {

  SignIn {
    originOf(tokenEndpoint);
  }

  /** The one origin besides its own that the page may call. */
  String tokenOrigin() {
    return originOf(tokenEndpoint);
  }

  /**
   * What stands in the page and is the answer to {@code GET /config.json}; the API is where the
   * page came from.
   */
  Json config() {
    return Json.object()
        .put("issuer", issuer)
        .put("clientId", clientId)
        .put("authorizationEndpoint", authorizationEndpoint.toString())
        .put("tokenEndpoint", tokenEndpoint.toString())
        .put("endSessionEndpoint", endSessionEndpoint)
        .put("scopes", scopes)
        .put("api", "")
        .build();
  }

  private static String originOf(URI address) {
    if (address.getScheme() == null
        || !address.getScheme().matches("https?")
        || address.getHost() == null) {
      throw new IllegalArgumentException("not an http address: " + address);
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port;
  }
}
