package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;

/** Access for a limited time: Dan looks at one value, for as long as Amy lets him. */
record Lending(LocalStack stack, Steps steps, Cast cast) {
  private static final String WHY = "The nightly job cannot sign in; I compare the password.";

  void tell() {
    steps.step("Dan needs to see one value for an hour");
    steps.same(403, reveal().status(), "He may not, as he is");
    steps.same(
        201,
        cast.ada().post("v1/projects/payments/policies", Cast.LENDING).status(),
        "Ada writes an access policy: one approver, four hours at most");
    steps.same(422, ask("PT8H").status(), "Eight hours are refused");
    Answer asked = ask("PT1H");
    steps.same(201, asked.status(), "An hour becomes a request, " + asked.text("/id"));
    steps.eventually(
        Person.AMY.email() + " is mailed what is asked for, and why",
        () ->
            stack.mails().to(Person.AMY.email()).stream()
                .anyMatch(mail -> mail.text().contains(WHY)));
    steps.same(403, cast.vote(cast.dan(), asked, "APPROVE").status(), "Dan cannot give it himself");
    steps.same(200, shorter(asked).status(), "Amy approves half an hour");
    steps.same("MERGED", cast.merge(cast.dan(), asked).text("/status"), "With the merge it begins");
    steps.proved("Until " + cast.look(asked).text("/grant/ends"));
    steps.same(Road.VALUE, reveal().text("/current/value"), "Dan sees the value");
    steps.same(
        200,
        cast.amy().post("v1/grants/" + asked.text("/id") + "/revoke", "{}").status(),
        "Amy ends it before its time");
    steps.same(403, reveal().status(), "At once he sees nothing any more");
  }

  private Answer ask(String duration) {
    return cast.ask("/db", duration, WHY);
  }

  private Answer shorter(Answer asked) {
    return cast.amy()
        .post(
            Cast.path(asked, "/votes"),
            """
            {"decision":"APPROVE","digest":"%s","duration":"PT30M"}"""
                .formatted(asked.text("/digest")));
  }

  private Answer reveal() {
    return cast.dan()
        .post(
            "v1/projects/payments/environments/prod/documents/reveal",
            """
            {"path":"/db","key":"PASSWORD"}""");
  }
}
