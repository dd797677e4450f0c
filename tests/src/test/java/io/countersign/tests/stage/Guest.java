package io.countersign.tests.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminCreateUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;

/** Somebody of a test's own, who can be deactivated without anybody missing them. */
public record Guest(String id, String subject, String token) {
  private static final String PASSWORD = "countersign-guest";
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Makes a new person, bound in the directory. */
  public static Guest arrives() {
    String id = "guest-" + COUNT.incrementAndGet();
    LocalStack stack = World.stack();
    try (CognitoIdentityProviderClient cognito =
        stack.client(CognitoIdentityProviderClient.builder())) {
      Guest guest = new Guest(id, create(cognito, id), token(cognito, mail(id)));
      assertThat(guest.put(true).status()).isEqualTo(201);
      return guest;
    }
  }

  private static String mail(String id) {
    return id + "@example.com";
  }

  private static String create(CognitoIdentityProviderClient cognito, String id) {
    String pool = pool();
    AdminCreateUserResponse made =
        cognito.adminCreateUser(
            create ->
                create
                    .userPoolId(pool)
                    .username(mail(id))
                    .messageAction(MessageActionType.SUPPRESS));
    cognito.adminSetUserPassword(
        set -> set.userPoolId(pool).username(mail(id)).password(PASSWORD).permanent(true));
    return made.user().attributes().stream()
        .filter(each -> each.name().equals("sub"))
        .map(AttributeType::value)
        .findFirst()
        .orElseThrow();
  }

  private static String token(CognitoIdentityProviderClient cognito, String name) {
    return token(cognito, name, PASSWORD);
  }

  /** An access token, signed in by the flow for scripts. */
  public static String token(CognitoIdentityProviderClient cognito, String name, String password) {
    return cognito
        .adminInitiateAuth(
            sign ->
                sign.userPoolId(pool())
                    .clientId(World.stack().outputs().get("ClientId"))
                    .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                    .authParameters(Map.of("USERNAME", name, "PASSWORD", password)))
        .authenticationResult()
        .accessToken();
  }

  private static String pool() {
    return World.stack().outputs().get("UserPoolId") + "";
  }

  public Client calls() {
    return World.with(token);
  }

  /** Takes the person's part here away; what they said stays. */
  public void leaves() {
    Client ada = World.as(Person.ADA);
    assertThat(ada.edit("v1/people/" + id, body(false)).status()).isEqualTo(200);
  }

  private Answer put(boolean active) {
    return World.as(Person.ADA).put("v1/people/" + id, body(active));
  }

  private Map<String, Object> body(boolean active) {
    return Map.of(
        "name",
        "Guest",
        "email",
        mail(id),
        "active",
        active,
        "subject",
        Map.of("issuer", World.issuer(), "subject", subject));
  }
}
