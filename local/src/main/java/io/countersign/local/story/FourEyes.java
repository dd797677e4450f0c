package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.api.Api;
import io.countersign.local.people.Person;

/** Four eyes on the rules themselves: a change of a policy by two admins. */
record FourEyes(LocalStack stack, Steps steps, Cast cast) {
  void tell() {
    steps.step("From now on rules change by two admins");
    steps.same(
        201,
        cast.ada()
            .put("v1/projects/*/bindings/bob", "{\"role\":\"admin\",\"person\":\"bob\"}")
            .status(),
        "Bob becomes the second admin, and Ada's time alone is over for good");
    String policy = cast.policy("Two of us");
    Answer present = cast.ada().get(policy);
    Answer asked =
        seen(cast.ada(), present)
            .put(
                policy,
                """
                {"name":"One of us","targets":[{"environment":"prod"}],
                 "requirements":[{"approvals":1,"groups":["approvers"]}]}""");
    steps.same(
        202, asked.status(), "Ada lowers the policy: that is a request, " + asked.text("/id"));
    steps.same("2", approvals(policy), "It still asks for");
    steps.same(
        "approvals needed: 1 instead of 2",
        cast.bob().get(Cast.path(asked, "/impact")).text("/documents/0/lowers/0/message"),
        "Bob sees what that lowers");
    steps.eventually(
        Person.BOB.email() + " is mailed what would be another",
        () ->
            stack.mails().to(Person.BOB.email()).stream()
                .anyMatch(mail -> mail.text().contains("Approvals needed: 2 → 1")));
    steps.same(403, cast.vote(cast.ada(), asked, "APPROVE").status(), "Ada cannot approve her own");
    steps.same(
        "REJECTED",
        cast.vote(cast.bob(), asked, "REJECT", "Two, as we agreed.").text("/status"),
        "Bob does not agree");
    Answer renamed =
        seen(cast.ada(), present)
            .put(
                policy,
                """
                {"name":"Two of the approvers","targets":[{"environment":"prod"}],
                 "requirements":[{"approvals":2,"groups":["approvers"]}]}""");
    steps.same(202, renamed.status(), "Ada only gives it another name, " + renamed.text("/id"));
    steps.same(200, cast.vote(cast.bob(), renamed, "APPROVE").status(), "To that Bob agrees");
    steps.same("MERGED", cast.merge(cast.ada(), renamed).text("/status"), "Ada merges it");
    steps.same("Two of the approvers", cast.ada().get(policy).text("/name"), "It is called");
    Answer friend =
        seen(cast.ada(), cast.ada().get("v1/groups/approvers"))
            .put(
                "v1/groups/approvers",
                """
                {"name":"Approvers","members":["amy","bob","dan"]}""");
    steps.same(
        202,
        friend.status(),
        "A friend among the approvers is a request, too, " + friend.text("/id"));
  }

  private String approvals(String policy) {
    return cast.ada().get(policy).body().at("/requirements/0/approvals").asText();
  }

  private static Api seen(Api api, Answer present) {
    return api.with("If-Match", present.header("ETag"));
  }
}
