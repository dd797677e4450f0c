package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import java.util.List;

/** The other ends that a request can come to. */
record Others(LocalStack stack, Steps steps, Cast cast) {
  private static final String REASON = "The pager wakes everybody, and nobody answers.";

  void reject() {
    steps.step("An approver declines");
    String before = cast.version(Cast.SECRET);
    Answer request = cast.propose("prod", "Open the firewall", "\"delete\":[\"HOST\"]");
    Answer rejected = cast.vote(cast.amy(), request, "REJECT");
    steps.same("REJECTED", rejected.text("/status"), "Status");
    steps.same(409, cast.merge(cast.dan(), request).status(), "Merging it is refused");
    steps.same(before, cast.version(Cast.SECRET), "The secret is as it was");
  }

  void unprotected() {
    steps.step("An environment without a policy merges at once");
    Answer request = cast.propose("staging", "Try it", "\"set\":{\"FLAG\":\"on\"}");
    steps.same(202, request.status(), "Accepted");
    steps.eventually(
        "Status MERGED, with the same history",
        () -> cast.look(request).text("/status").equals("MERGED"));
    steps.same(
        "{\"FLAG\":\"on\"}", cast.secret("staging/payments/db"), "The new document holds it");
  }

  void bypass() {
    steps.step("In an emergency Dan goes around the approvers, and everybody hears of it");
    steps.same(
        201,
        cast.ada()
            .post(
                "v1/projects/payments/policies",
                """
                {"name":"On call","targets":[{"environment":"prod","path":"/on-call"}],
                 "requirements":[{"approvals":2,"groups":["approvers"]}],
                 "bypass":{"who":"ANYONE"}}""")
            .status(),
        "Ada lets a policy for /on-call be bypassed by its requests' authors");
    Answer request =
        cast.propose("prod", "/on-call", "Stop the pager", "\"set\":{\"PAGER\":\"off\"}");
    steps.same(422, cast.bypass(request, "Hurry").status(), "It takes a reason");
    steps.same(202, cast.bypass(request, REASON).status(), "Dan bypasses: " + REASON);
    steps.eventually(
        "Status BYPASSED, never MERGED",
        () -> cast.look(request).text("/status").equals("BYPASSED"));
    for (Person person : List.of(Person.AMY, Person.BOB, Person.ADA)) {
      steps.eventually(
          person.email() + " is mailed the reason",
          () ->
              stack.mails().to(person.email()).stream()
                  .anyMatch(mail -> mail.text().contains(REASON)));
    }
    steps.check(unreviewed(request), "It is listed as bypassed, not reviewed");
    String path = "v1/change-requests/" + request.text("/id") + "/acknowledge";
    steps.same(403, cast.dan().post(path, "{}").status(), "Dan cannot say that he looked at it");
    steps.same(200, cast.amy().post(path, "{}").status(), "Amy looks at it");
    steps.check(!unreviewed(request), "It is on that list no more");
  }

  private boolean unreviewed(Answer request) {
    return cast.ada()
        .get("v1/change-requests?project=payments&status=BYPASSED&reviewed=false")
        .toString()
        .contains("\"" + request.text("/id") + "\"");
  }

  void leaveOneToReview() {
    steps.step("One request waits to be reviewed by hand");
    Answer request =
        cast.propose("prod", "Turn the webhook on", "\"set\":{\"WEBHOOK_SECRET\":\"whsec-demo\"}");
    steps.same(201, request.status(), "Submitted");
    steps.proved(
        "Sign in as amy@example.com or bob@example.com: "
            + stack.dashboard()
            + "/requests/"
            + request.text("/id"));
  }
}
