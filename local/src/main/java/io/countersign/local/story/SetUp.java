package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import java.util.List;

/** What is there before anybody changes a secret. */
record SetUp(LocalStack stack, Steps steps, Cast cast) {
  void signIn() {
    steps.step("The people sign in (code and PKCE)");
    for (Person person : Person.ALL) {
      steps.check(!stack.people().token(person).isEmpty(), person.name() + " has an access token");
    }
    Answer config = stack.anonymous().patient().get("config.json");
    steps.same(200, config.status(), "The dashboard tells how to sign in");
    steps.same(200, stack.anonymous().patient().get("").status(), "The dashboard is served");
  }

  void bootstrap() {
    steps.step("The first admin gives the one-time code of the deployment");
    steps.same(
        403,
        cast.ada().post("v1/bootstrap", admin("guessed")).status(),
        "A guessed code is refused");
    String code = cast.secret(LocalStack.STACK + "/bootstrap");
    steps.same(201, cast.ada().post("v1/bootstrap", admin(code)).status(), "Ada is first admin");
    steps.same(
        409,
        cast.eve().post("v1/bootstrap", admin(code).replace("\"ada\"", "\"eve\"")).status(),
        "The code works only once");
  }

  private static String admin(String code) {
    return """
        {"code":"%s","id":"ada","name":"Ada Admin","email":"ada@example.com"}"""
        .formatted(code);
  }

  void project() {
    steps.step("Ada makes people, a group, a project and its environments");
    for (Person person : List.of(Person.DAN, Person.AMY, Person.BOB)) {
      made(
          "people/" + person.id(),
          """
          {"name":"%s","email":"%s","subject":{"issuer":"%s","subject":"%s"}}"""
              .formatted(
                  person.name(),
                  person.email(),
                  stack.outputs().get("Issuer"),
                  stack.people().subject(person)));
    }
    made(
        "groups/approvers",
        """
        {"name":"Approvers","members":["amy","bob"]}""");
    made(
        "projects/payments",
        """
        {"name":"Payments"}""");
    for (String environment : List.of("prod", "staging")) {
      made(
          "projects/payments/environments/" + environment,
          """
          {"secretPrefix":"%s/payments/"}"""
              .formatted(environment));
    }
    made(
        "projects/payments/bindings/dan",
        """
        {"role":"developer","person":"dan"}""");
    made(
        "projects/payments/destinations/parameters",
        """
        {"type":"SSM","environment":"prod","parameterPrefix":"/countersign/prod/"}""");
  }

  /** A write that went through although nobody heard of it is there already when it is repeated. */
  void made(String path, String json) {
    Answer answer = cast.ada().put("v1/" + path, json);
    boolean there = answer.status() == 201 || answer.status() == 428;
    steps.check(there, "PUT /v1/" + path + " is there");
    if (!there) {
      steps.fail(answer.toString(), null);
    }
  }

  void policy() {
    steps.step("Ada writes a change policy for prod: two of the approvers");
    Answer refused = cast.ada().post("v1/projects/payments/policies", policy(3));
    steps.same(422, refused.status(), "Three of two people is refused");
    Answer policy = cast.ada().post("v1/projects/payments/policies", policy(2));
    steps.same(201, policy.status(), "The policy is written");
    cast.secrets()
        .createSecret(
            create ->
                create
                    .name(Cast.SECRET)
                    .secretString(
                        "{\"HOST\": \"db.internal\",  \"PORT\":5432,\"PASSWORD\":\"old\"}"));
    steps.proved("An existing secret is adopted where it is: " + Cast.SECRET);
  }

  private static String policy(int approvals) {
    return """
        {"name":"Two of us","targets":[{"environment":"prod"}],
         "requirements":[{"approvals":%d,"groups":["approvers"]}]}"""
        .formatted(approvals);
  }
}
