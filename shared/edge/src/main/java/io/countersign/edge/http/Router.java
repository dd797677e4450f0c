package io.countersign.edge.http;

import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.json.MalformedJson;
import java.util.Map;
import java.util.Set;

/** The routes of one function; turns whatever goes wrong into a problem. */
public final class Router {
  /** What answers one route. */
  public interface Route {
    HttpResponse answer(HttpRequest request);
  }

  /** A shorter body fits into one packet anyway. */
  private static final int WORTH_PACKING = 1000;

  private final Map<String, Route> routes;
  private final MachineClients machines;

  /** Of a deployment without machines. */
  public Router(Map<String, Route> routes) {
    this(routes, MachineClients.NONE);
  }

  private Router(Map<String, Route> routes, MachineClients machines) {
    this.routes = Map.copyOf(routes);
    this.machines = machines;
  }

  /** The same routes, for calls of these machines too. */
  public Router knowing(MachineClients clients) {
    return new Router(routes, clients);
  }

  /** The keys of the routes, as the template has them. */
  public Set<String> keys() {
    return routes.keySet();
  }

  /** The answer to the event of an HTTP API. */
  public Json answer(Json event) {
    HttpRequest request;
    try {
      request = HttpRequest.of(event, machines);
    } catch (MalformedJson e) {
      return malformed(e).toJson();
    }
    HttpResponse response = answer(request);
    Log.call(request.route(), response.status(), request.parameters().getOrDefault("id", ""));
    return onItsWay(response, request).toJson();
  }

  /**
   * What is read is packed for whoever takes that. The answer to a command or a reveal is not: how
   * well it packs would tell of the value in it (BREACH).
   */
  private static HttpResponse onItsWay(HttpResponse response, HttpRequest request) {
    return request.method().equals("GET")
            && !response.binary()
            && response.body().length() >= WORTH_PACKING
            && Coding.GZIP.takenBy(request)
        ? response.packed(Coding.GZIP, Coding.gzip(response.body()))
        : response;
  }

  /** The answer to a call. */
  public HttpResponse answer(HttpRequest request) {
    try {
      Route route = routes.get(request.route());
      return route == null ? Problem.notFound().response() : route.answer(request);
    } catch (ProblemException e) {
      return e.problem().response();
    } catch (InvalidField e) {
      int status = e.malformed() ? 400 : 422;
      return Problem.field(
              status, "invalid-field", new Problem.FieldError(e.field(), e.rule(), e.problem()))
          .response();
    } catch (MalformedJson e) {
      return malformed(e);
    } catch (Unavailable e) {
      Log.fault(request.route(), e);
      return Problem.unavailable().response().with("retry-after", "2");
    } catch (RuntimeException e) {
      Log.fault(request.route(), e);
      return Problem.of(500, "fault", "Something went wrong on our side; nothing is lost.")
          .response();
    }
  }

  private static HttpResponse malformed(MalformedJson e) {
    return Problem.field(400, "malformed-json", new Problem.FieldError("body", "json", e.problem()))
        .response();
  }
}
