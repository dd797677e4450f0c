package io.countersign.local.story;

import static io.countersign.local.story.Cast.change;

import io.countersign.local.api.Answer;
import io.countersign.local.api.Api;

/** Requests in the states that a request can be in. */
record Standing(Steps steps, Cast cast) {
  private static final String DB = change("prod", "/db", "\"set\":{\"PASSWORD\":\"battery\"}");

  /** Those that have come to an end. */
  void ended() {
    steps.step("Requests that have ended");
    Answer merged = proposed("Rotate the database password", "The old one was in a chat.", DB);
    approved(cast.amy(), merged);
    approved(cast.bob(), merged);
    cast.merge(cast.dan(), merged);
    stands(merged, "MERGED");

    Answer rejected =
        proposed("Open the firewall", "", change("prod", "/db", "\"delete\":[\"HOST\"]"));
    cast.vote(cast.amy(), rejected, "REJECT", "The readers still need it.");
    stands(rejected, "REJECTED");

    Answer withdrawn =
        proposed("Raise the pool size", "", change("prod", "/db", "\"set\":{\"POOL\":\"20\"}"));
    comment(cast.bob(), withdrawn, "Is it not enough to close the idle ones?");
    cast.dan()
        .post(
            Cast.path(withdrawn, "/withdraw"),
            """
            {"reason":"It is: they are closed now."}""");
    stands(withdrawn, "WITHDRAWN");

    Answer bypassed =
        proposed("Stop the pager", "", change("prod", "/on-call", "\"set\":{\"PAGER\":\"off\"}"));
    cast.bypass(bypassed, "The pager wakes everybody, and nobody answers.");
    stands(bypassed, "BYPASSED");

    Answer unprotected =
        cast.propose(
            cast.dan(), "Try it", "", change("staging", "/api", "\"set\":{\"TOKEN\":\"new\"}"));
    stands(unprotected, "MERGED");
  }

  /** Access that is given, and access that is asked for. */
  void access() {
    steps.step("Requests for access");
    Answer given = asked("/api", "The nightly job cannot sign in.");
    approved(cast.amy(), given);
    cast.merge(cast.dan(), given);
    stands(given, "MERGED");
    asked("/db", "A reader is refused; I compare its password.");
  }

  /** A change of rules that a second admin has to agree to. */
  void rules(SetUp setUp) {
    steps.step("A change of rules");
    setUp.made(
        "projects/payments/bindings/bob",
        """
        {"role":"admin","person":"bob"}""");
    Answer asked =
        cast.ada()
            .post(
                "v1/governance-requests",
                """
                {"project":"payments","message":"Half of us are away in August.",
                 "changes":[{"method":"PUT","path":"/%s","ifMatch":"\\"1\\"","body":
                 {"name":"Queues","targets":[{"environment":"prod","path":"/queue/**"}],
                  "requirements":[{"approvals":1,"groups":["approvers"],"people":["ada"]}],
                  "channels":["team"]}}]}"""
                    .formatted(cast.policy("Queues")));
    steps.same(202, asked.status(), "Asked for");
  }

  private Answer asked(String path, String why) {
    Answer answer = cast.ask(path, "PT2H", why);
    steps.check(answer.status() == 201, why + " " + answer);
    return answer;
  }

  /** Those that wait for somebody. */
  void open() {
    steps.step("Requests that are open");
    Answer conflicted =
        proposed(
            "Renew the token of the API", "", change("prod", "/api", "\"set\":{\"TOKEN\":\"x\"}"));
    approved(cast.amy(), conflicted);
    approved(cast.bob(), conflicted);
    String theirs = "{\"HOST\":\"api.internal\",\"TOKEN\":\"theirs\",\"RETRIES\":3}";
    cast.secrets().putSecretValue(put -> put.secretId("prod/payments/api").secretString(theirs));
    steps.same(409, cast.merge(cast.dan(), conflicted).status(), "Conflicted");

    Answer agreed =
        proposed(
            "Let more workers run",
            "Measured in staging: eight are enough.",
            change("prod", "/worker", "\"set\":{\"CONCURRENCY\":\"8\"}"));
    approved(cast.amy(), agreed);
    cast.vote(cast.bob(), agreed, "APPROVE", "The queue can take it.");

    Answer half =
        proposed(
            "One token for the worker and billing",
            "Billing calls the worker now.\nBoth read the token at their next start.",
            change("prod", "/worker", "\"set\":{\"TOKEN\":\"y\"},\"delete\":[\"QUEUE\"]"),
            change("prod", "/billing", "\"set\":{\"TOKEN\":\"y\"},\"rename\":{\"KEY\":\"SIGN\"}"));
    approved(cast.amy(), half);

    Answer against =
        proposed(
            "Cut over to the new queue",
            "",
            change("prod", "/queue/orders", "\"set\":{\"URL\":\"amqp://new.internal\"}"));
    approved(cast.bob(), against);
    cast.vote(cast.amy(), against, "REJECT", "Not on a Friday.");

    proposed(
        "Turn the webhook on",
        "",
        change("prod", "/db", "\"set\":{\"WEBHOOK_SECRET\":\"whsec-demo\",\"USER\":\"app\"}"));
  }

  /** A machine's, one of whose approvers no mail reaches, and one with a hostile title. */
  void odd(Api machine) {
    steps.step("Requests that are odd");
    Answer byMachine =
        cast.propose(
            machine,
            "Turn the signing key over",
            "Every thirty days.",
            change("prod", "/billing", "\"set\":{\"KEY\":\"next\"}"));
    steps.same(201, byMachine.status(), "A machine's");
    proposed(
        "Renew the certificate of the edge",
        "It ends in ten days.",
        change("prod", "/tls/edge", "\"set\":{\"CERTIFICATE\":\"c\",\"PRIVATE_KEY\":\"k\"}"));
    proposed(
        "<img src=x onerror=alert(1)> \u202Egnihton\u202C *now* <!channel> [ok](https://a.example)",
        "</p><script>alert(1)</script>\nhttps://a.example/approve \u202Eylno",
        change("prod", "/db", "\"set\":{\"__proto__\":\"1\",\"DEBUG\":\"on\"}"));
  }

  private Answer proposed(String title, String message, String... changes) {
    Answer answer = cast.propose(cast.dan(), title, message, changes);
    steps.check(answer.status() == 201, title + ": " + answer);
    return answer;
  }

  private void approved(Api voter, Answer request) {
    steps.same(200, cast.vote(voter, request, "APPROVE").status(), "An approval");
  }

  private static void comment(Api writer, Answer request, String text) {
    writer.post(
        Cast.path(request, "/comments"),
        """
        {"text":"%s"}"""
            .formatted(text));
  }

  private void stands(Answer request, String status) {
    steps.eventually(status, () -> cast.look(request).text("/status").equals(status));
  }
}
