package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;

/** The other ends that a request can come to. */
record Others(LocalStack stack, Steps steps, Cast cast) {
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
