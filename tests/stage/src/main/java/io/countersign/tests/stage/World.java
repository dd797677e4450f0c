package io.countersign.tests.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import java.util.List;
import java.util.Map;

/**
 * The deployment that all tests share. Ada is its first admin; Dan, Amy and Bob are in the
 * directory; Eve can sign in and is nobody.
 */
public final class World {
  /** The bus, heard from the first event on. */
  public static final Bus BUS = Bus.of(stack());

  public static final Secrets SECRETS = Secrets.of(stack());

  static {
    settle();
  }

  private World() {}

  public static LocalStack stack() {
    return LocalStack.shared();
  }

  /** The API as that person calls it. */
  public static Client as(Person person) {
    return new Client(stack().as(person));
  }

  public static Client anonymous() {
    return new Client(stack().anonymous());
  }

  /** The API with a token of one's own making. */
  public static Client with(String token) {
    return new Client(stack().anonymous().as(token));
  }

  public static String bootstrapCode() {
    return SECRETS.text(stack().outputs().get("BootstrapSecret") + "");
  }

  private static void settle() {
    Client ada = as(Person.ADA);
    assertThat(ada.get("v1/me").status()).isEqualTo(403);
    assertThat(ada.post("v1/bootstrap", bootstrap("wrong", Person.ADA)).status()).isEqualTo(403);
    assertThat(ada.post("v1/bootstrap", bootstrap(bootstrapCode(), Person.ADA)).status())
        .isEqualTo(201);
    for (Person person : List.of(Person.DAN, Person.AMY, Person.BOB)) {
      assertThat(ada.put("v1/people/" + person.id(), body(person)).status()).isEqualTo(201);
    }
  }

  /** Ada says whether changes in the organisation need agreement. */
  public static Answer organisation(String governance) {
    return as(Person.ADA)
        .edit("v1/projects/*", Map.of("name", "Organisation", "governance", governance));
  }

  /** What bootstraps somebody. */
  public static Map<String, Object> bootstrap(String code, Person person) {
    return Map.of("code", code, "id", person.id(), "name", person.name(), "email", person.email());
  }

  private static Map<String, Object> body(Person person) {
    return Map.of(
        "name",
        person.name(),
        "email",
        person.email(),
        "subject",
        Map.of("issuer", issuer(), "subject", stack().people().subject(person)));
  }

  public static String issuer() {
    return stack().outputs().get("Issuer") + "";
  }
}
