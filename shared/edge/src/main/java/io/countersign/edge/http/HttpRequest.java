package io.countersign.edge.http;

import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.json.MalformedJson;
import io.countersign.name.InvalidName;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request as the HTTP API hands it over (payload format 2.0).
 *
 * @param route the route's key, for example {@code POST /v1/change-requests/{id}/votes}
 * @param claims of the JWT that the authorizer has checked; empty on open routes
 * @param machines the clients whose tokens are machines'
 */
public record HttpRequest(
    String route,
    String method,
    String path,
    Map<String, String> parameters,
    Map<String, String> query,
    Map<String, String> headers,
    Map<String, String> claims,
    MachineClients machines,
    String body) {
  private static final int LARGEST_BODY = 3 << 20;

  /** Of a deployment without machines. */
  public HttpRequest(
      String route,
      String method,
      String path,
      Map<String, String> parameters,
      Map<String, String> query,
      Map<String, String> headers,
      Map<String, String> claims,
      String body) {
    this(route, method, path, parameters, query, headers, claims, MachineClients.NONE, body);
  }

  /**
   * Reads the event of an HTTP API.
   *
   * @throws MalformedJson when the body is no text
   */
  public static HttpRequest of(Json event, MachineClients machines) {
    Json.Obj root = (Json.Obj) event;
    Json.Obj context = Events.object(root, "requestContext");
    Json.Obj http = Events.object(context, "http");
    Json.Obj jwt = Events.object(Events.object(context, "authorizer"), "jwt");
    return new HttpRequest(
        Events.text(root, "routeKey"),
        Events.text(http, "method"),
        Events.text(root, "rawPath"),
        Events.texts(root, "pathParameters"),
        Events.texts(root, "queryStringParameters"),
        lowerCased(Events.texts(root, "headers")),
        Events.texts(jwt, "claims"),
        machines,
        body(root));
  }

  private static String body(Json.Obj root) {
    String body = Events.text(root, "body");
    if (root.get("isBase64Encoded") instanceof Json.Bool(boolean encoded) && encoded) {
      return decoded(body);
    }
    return body;
  }

  /** Bytes that are no UTF-8 are refused: replaced ones would be another value. */
  private static String decoded(String base64) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Base64.getDecoder().decode(base64)))
          .toString();
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new MalformedJson("is not UTF-8");
    }
  }

  private static Map<String, String> lowerCased(Map<String, String> headers) {
    Map<String, String> lower = new LinkedHashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  /** A part of the path, by the name in the route, made into a type; 404 where it is no such. */
  public <T> T parameter(String name, Function<String, T> type) {
    try {
      return type.apply(
          URLDecoder.decode(parameters.getOrDefault(name, ""), StandardCharsets.UTF_8));
    } catch (InvalidName e) {
      if (method.equals("PUT")) {
        throw Problem.field(
                422,
                "invalid-field",
                new Problem.FieldError(name, e.rule(), "must be " + e.problem()))
            .asException();
      }
      throw Problem.notFound().asException();
    } catch (IllegalArgumentException e) {
      throw Problem.notFound().asException();
    }
  }

  /** A header, by its lower-case name, or null. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The query's parameters as fields, each a text. */
  public Fields queryFields() {
    Json.Builder fields = Json.object();
    query.forEach(fields::put);
    return Fields.of(fields.build());
  }

  /**
   * The body's fields; an empty body has none.
   *
   * @throws ProblemException 413 for a body over {@value #LARGEST_BODY} characters
   */
  public Fields fields() {
    if (body.length() > LARGEST_BODY) {
      throw Problem.of(413, "body-too-large", "The body has more than 3 MiB.").asException();
    }
    return Fields.of(JsonText.parse(body.isBlank() ? "{}" : body));
  }
}
