package io.countersign.web;

import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.Router;
import java.util.regex.Pattern;

/**
 * Files by their path, the page itself for the addresses that it knows, nothing else. Reading is
 * all that there is: no call changes anything.
 */
final class Dashboard implements Router.Route {
  /**
   * Addresses of the page: no dot, so no file, and nothing that a path could climb with. Requests
   * of the organisation have its mark in theirs.
   */
  private static final Pattern ADDRESS =
      Pattern.compile("/(?!v1(?:/|$))(?:[A-Za-z0-9_/*-]|%2[Aa])*");

  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String NEVER = "no-store";

  private final Site site;
  private final SignIn signIn;
  private final StrictHeaders strict;

  Dashboard(Site site, SignIn signIn) {
    this.site = site;
    this.signIn = signIn;
    this.strict = new StrictHeaders(signIn.tokenOrigin());
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    return strict.on(
        switch (request.method()) {
          case "GET" -> get(request);
          case "HEAD" -> withoutBody(get(request));
          default ->
              Problem.of(405, "method-not-allowed", "The dashboard's files can only be read.")
                  .response()
                  .with("allow", "GET, HEAD");
        });
  }

  private HttpResponse get(HttpRequest request) {
    String path = request.path();
    if (path.equals("/config.json")) {
      return HttpResponse.json(200, signIn.config());
    }
    Asset asset = site.at(path);
    if (asset != null) {
      return asset.answer(request, FOR_EVER);
    }
    return ADDRESS.matcher(path).matches()
        ? site.page().answer(request, NEVER)
        : Problem.notFound().response();
  }

  private static HttpResponse withoutBody(HttpResponse answer) {
    return new HttpResponse(answer.status(), answer.headers(), "", false);
  }
}
