package io.countersign.tests.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import java.util.Map;
import java.util.TreeMap;
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
    Guest guest = stranger();
    assertThat(guest.isLetIn().status()).isEqualTo(201);
    return guest;
  }

  /** Makes somebody who can sign in, and is nobody in the directory. */
  public static Guest stranger() {
    String id = "guest-" + COUNT.incrementAndGet();
    LocalStack stack = World.stack();
    try (CognitoIdentityProviderClient cognito =
        stack.client(CognitoIdentityProviderClient.builder())) {
      return new Guest(id, create(cognito, id), token(cognito, mail(id)));
    }
  }

  public String email() {
    return mail(id);
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

  /** Another access token of the same person. */
  String signsIn(CognitoIdentityProviderClient cognito) {
    return token(cognito, mail(id));
  }

  /** By the flow for scripts. */
  private static String token(CognitoIdentityProviderClient cognito, String name) {
    return cognito
        .adminInitiateAuth(
            sign ->
                sign.userPoolId(pool())
                    .clientId(World.stack().outputs().get("ClientId"))
                    .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
                    .authParameters(Map.of("USERNAME", name, "PASSWORD", PASSWORD)))
        .authenticationResult()
        .accessToken();
  }

  private static String pool() {
    return World.stack().outputs().get("UserPoolId") + "";
  }

  /** As whom they sign in with a browser. */
  public Person signsInAs() {
    return new Person(id, "Guest", "stranger", mail(id), PASSWORD);
  }

  public Client calls() {
    return World.with(token);
  }

  /** Takes the person's part here away; what they said stays. */
  public void leaves() {
    Client ada = World.as(Person.ADA);
    assertThat(ada.edit("v1/people/" + id, body(false)).status()).isEqualTo(200);
  }

  /** Has their mail go to that address from now on. */
  public void moves(String address) {
    Map<String, Object> body = new TreeMap<>(body(true));
    body.put("email", address);
    assertThat(World.as(Person.ADA).edit("v1/people/" + id, body).status()).isEqualTo(200);
  }

  /** Binds the stranger to a person. */
  public Answer isLetIn() {
    return World.as(Person.ADA).put("v1/people/" + id, body(true));
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
