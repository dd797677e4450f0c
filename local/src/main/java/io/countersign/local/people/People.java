package io.countersign.local.people;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** The demo people in the user pool, and their access tokens. */
public final class People {
  private final SignIn signIn;
  private final Map<String, String> subjects;
  private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();

  private People(SignIn signIn, Map<String, String> subjects) {
    this.signIn = signIn;
    this.subjects = Map.copyOf(subjects);
  }

  /** Makes those who are not there yet; everybody gets their demo password. */
  public static People in(CognitoIdentityProviderClient cognito, String pool, SignIn signIn) {
    Map<String, String> subjects = new TreeMap<>();
    for (Person person : Person.ALL) {
      subjects.put(person.id(), subject(cognito, pool, person));
    }
    return new People(signIn, subjects);
  }

  private static String subject(CognitoIdentityProviderClient cognito, String pool, Person person) {
    try {
      cognito.adminCreateUser(
          request ->
              request
                  .userPoolId(pool)
                  .username(person.email())
                  .messageAction(MessageActionType.SUPPRESS)
                  .userAttributes(
                      attribute("email", person.email()), attribute("email_verified", "true")));
    } catch (UsernameExistsException kept) {
      // State survives: the person is there from an earlier run.
    }
    cognito.adminSetUserPassword(
        request ->
            request
                .userPoolId(pool)
                .username(person.email())
                .password(person.password())
                .permanent(true));
    return cognito
        .adminGetUser(request -> request.userPoolId(pool).username(person.email()))
        .userAttributes()
        .stream()
        .filter(attribute -> attribute.name().equals("sub"))
        .map(AttributeType::value)
        .findFirst()
        .orElseThrow();
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }

  /** The {@code sub} of the person's tokens. */
  public String subject(Person person) {
    String subject = subjects.get(person.id());
    if (subject == null) {
      throw new IllegalArgumentException("not a demo person: " + person.id());
    }
    return subject;
  }

  /** A token with some minutes left; signs the person in when there is none. */
  public String token(Person person) {
    return tokens
        .compute(
            person.id(),
            (id, known) ->
                known != null && known.lastsUntil(Instant.now().plusSeconds(300))
                    ? known
                    : signIn.as(person))
        .value();
  }
}
