package io.countersign.local.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

/**
 * Signs people in as a browser does: authorization page, form, code with PKCE, token.
 *
 * @param redirect the dashboard's address, registered with the client
 */
public record SignIn(
    URI authorizationEndpoint, URI tokenEndpoint, String clientId, String redirect, String scopes) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The person's access token. */
  public AccessToken as(Person person) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      Pkce pkce = Pkce.random();
      String code = code(http, pkce, person);
      JsonNode answer =
          JSON.readTree(
              send(
                      http,
                      tokenEndpoint,
                      Map.of(
                          "grant_type", "authorization_code",
                          "client_id", clientId,
                          "code", code,
                          "redirect_uri", redirect,
                          "code_verifier", pkce.verifier()))
                  .body());
      if (!answer.hasNonNull("access_token")) {
        throw new IllegalStateException("no token for " + person.id() + ": " + answer);
      }
      Instant expires = Instant.now().plusSeconds(answer.path("expires_in").asLong());
      return new AccessToken(answer.path("access_token").asText(), expires);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String code(HttpClient http, Pkce pkce, Person person)
      throws IOException, InterruptedException {
    URI page =
        URI.create(
            authorizationEndpoint
                + "?"
                + Form.encoded(
                    Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        clientId,
                        "redirect_uri",
                        redirect,
                        "scope",
                        scopes,
                        "state",
                        "countersign",
                        "code_challenge",
                        pkce.challenge(),
                        "code_challenge_method",
                        "S256")));
    String html =
        http.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Form form = Form.in(html);
    HttpResponse<String> answer =
        send(
            http,
            page.resolve(form.action()),
            form.with(Map.of("username", person.email(), "password", person.password())));
    String location = answer.headers().firstValue("location").orElse("");
    return location.contains("code=")
        ? location.replaceFirst(".*[?&]code=([^&]*).*", "$1")
        : refused(person, answer.body());
  }

  private static String refused(Person person, String page) {
    throw new IllegalStateException("sign-in of " + person.id() + " refused: " + page);
  }

  private static HttpResponse<String> send(HttpClient http, URI uri, Map<String, String> fields)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(Form.encoded(fields)))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
