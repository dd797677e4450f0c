package io.countersign.local.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.OAuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceServerScopeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

/**
 * A client of the user pool that acts by itself.
 *
 * @param id the client's, and the {@code sub} of its tokens
 */
public record MachineClient(String id, String secret) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Client credentials are given for scopes of some resource server only; this one is it. */
  private static final String SERVER = "countersign";

  private static final String SCOPE = "call";

  /** Makes a client, as an admin of the pool does. */
  public static MachineClient in(CognitoIdentityProviderClient cognito, String pool, String name) {
    if (cognito
        .listResourceServers(list -> list.userPoolId(pool).maxResults(50))
        .resourceServers()
        .isEmpty()) {
      cognito.createResourceServer(
          server ->
              server
                  .userPoolId(pool)
                  .identifier(SERVER)
                  .name("Countersign")
                  .scopes(
                      ResourceServerScopeType.builder()
                          .scopeName(SCOPE)
                          .scopeDescription("Call the API")
                          .build()));
    }
    UserPoolClientType client =
        cognito
            .createUserPoolClient(
                create ->
                    create
                        .userPoolId(pool)
                        .clientName(name)
                        .generateSecret(true)
                        .allowedOAuthFlowsUserPoolClient(true)
                        .allowedOAuthFlows(OAuthFlowType.CLIENT_CREDENTIALS)
                        .allowedOAuthScopes(SERVER + "/" + SCOPE))
            .userPoolClient();
    return new MachineClient(client.clientId(), client.clientSecret());
  }

  /** The ids of all such clients of the pools of that name. */
  public static List<String> all(CognitoIdentityProviderClient cognito, String poolName) {
    return cognito.listUserPools(list -> list.maxResults(60)).userPools().stream()
        .filter(pool -> pool.name().equals(poolName))
        .flatMap(
            pool ->
                cognito
                    .listUserPoolClients(list -> list.userPoolId(pool.id()).maxResults(60))
                    .userPoolClients()
                    .stream())
        .map(
            each ->
                cognito
                    .describeUserPoolClient(
                        describe ->
                            describe.userPoolId(each.userPoolId()).clientId(each.clientId()))
                    .userPoolClient())
        .filter(each -> each.allowedOAuthFlows().contains(OAuthFlowType.CLIENT_CREDENTIALS))
        .map(UserPoolClientType::clientId)
        .toList();
  }

  /** A token by client credentials. */
  public String token(URI tokenEndpoint) {
    String credentials =
        Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.US_ASCII));
    HttpRequest request =
        HttpRequest.newBuilder(tokenEndpoint)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", "Basic " + credentials)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    Form.encoded(
                        Map.of("grant_type", "client_credentials", "scope", SERVER + "/" + SCOPE))))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      JsonNode answer =
          JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
      if (!answer.hasNonNull("access_token")) {
        throw new IllegalStateException("no token for client " + id + ": " + answer);
      }
      return answer.path("access_token").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "client " + id;
  }
}
