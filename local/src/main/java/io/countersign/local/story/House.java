package io.countersign.local.story;

import io.countersign.local.LocalStack;
import io.countersign.local.api.Api;
import io.countersign.local.people.MachineClient;
import java.io.IOException;

/**
 * More of what an organisation has than the story needs: a person whom no mail reaches, a custom
 * role, a second project, a channel, policies on other terms, and secrets that were there before.
 */
record House(LocalStack stack, SetUp setUp, Steps steps, Cast cast) {
  void furnish() {
    people();
    projects();
    policies();
    secrets();
  }

  private void people() {
    steps.step("More people");
    setUp.made(
        "people/carol",
        """
        {"name":"Carol Unreachable","email":"bounce+carol@example.com"}""");
    setUp.made(
        "groups/on-call",
        """
        {"name":"On call","members":["bob","dan"]}""");
  }

  /** A client of Dan's that acts by itself; the deployment has to learn of it. */
  Api machine() throws IOException, InterruptedException {
    steps.step("A machine");
    MachineClient client = stack.machine("deploy-bot");
    setUp.made(
        "machines/deploy-bot",
        """
        {"name":"Deploy bot","owners":["dan"],"subject":{"issuer":"%s","subject":"%s"}}"""
            .formatted(stack.outputs().get("Issuer"), client.id()));
    setUp.made(
        "projects/payments/bindings/deploy-bot",
        """
        {"role":"developer","machine":"deploy-bot"}""");
    return stack.anonymous().as(stack.token(client)).patient();
  }

  private void projects() {
    steps.step("More of the project, and another one");
    setUp.made(
        "projects/payments/roles/auditor",
        """
        {"permissions":["requests:read","audit:read"]}""");
    setUp.made(
        "projects/payments/bindings/carol",
        """
        {"role":"auditor","person":"carol"}""");
    setUp.made(
        "projects/payments/channels/team",
        """
        {"kind":"SLACK","conversation":"C024BE91L","token":"xoxb-0123456789-demo"}""");
    setUp.made(
        "projects/shop",
        """
        {"name":"Shop","governance":"OPT_OUT"}""");
    setUp.made(
        "projects/shop/environments/staging",
        """
        {"secretPrefix":"staging/shop/"}""");
    setUp.made(
        "projects/shop/bindings/on-call",
        """
        {"role":"developer","group":"on-call"}""");
  }

  private void policies() {
    steps.step("More policies");
    written(Cast.LENDING);
    written(
        """
        {"name":"Queues","targets":[{"environment":"prod","path":"/queue/**"}],
         "requirements":[{"approvals":2,"groups":["approvers"],"people":["ada"]}],
         "declineAfter":2,"channels":["team"],
         "reminders":{"after":"P1D","every":"P1D","atMost":3}}""");
    written(
        """
        {"name":"On call","targets":[{"environment":"prod","path":"/on-call"}],
         "requirements":[{"approvals":2,"groups":["approvers"]}],
         "bypass":{"who":"CHOSEN","groups":["on-call"]},"channels":["team"]}""");
    written(
        """
        {"name":"Certificates","targets":[{"environment":"prod","path":"/tls/*"}],
         "requirements":[{"approvals":1,"people":["amy","carol"]}],
         "approversMayReveal":true,"mergeWithin":"P7D"}""");
  }

  private void written(String policy) {
    steps.same(201, cast.ada().post("v1/projects/payments/policies", policy).status(), "A policy");
  }

  private void secrets() {
    holds("prod/payments/api", "{\"HOST\":\"api.internal\",\"TOKEN\":\"old\",\"RETRIES\":3}");
    holds("prod/payments/worker", "{\"CONCURRENCY\":4,\"QUEUE\":\"orders\",\"TOKEN\":\"old\"}");
    holds("prod/payments/billing", "{\"KEY\":\"old\",\"CURRENCY\":\"EUR\",\"LIVE\":true}");
    holds("prod/payments/queue/orders", "{\"URL\":\"amqp://queue.internal\",\"PASSWORD\":\"old\"}");
    holds("prod/payments/tls/edge", "{\"CERTIFICATE\":\"old\",\"PRIVATE_KEY\":\"old\"}");
    holds("staging/payments/api", "{\"HOST\":\"api.staging\",\"TOKEN\":\"old\"}");
    holds("staging/shop/web", "{\"SESSION_KEY\":\"old\"}");
  }

  private void holds(String name, String content) {
    cast.secrets().createSecret(create -> create.name(name).secretString(content));
  }
}
