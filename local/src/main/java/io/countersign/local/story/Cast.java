package io.countersign.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.countersign.local.LocalStack;
import io.countersign.local.api.Answer;
import io.countersign.local.api.Api;
import io.countersign.local.people.Person;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Who plays, each through their own patient client: it repeats what nobody could answer. */
record Cast(LocalStack stack) {
  static final String PROJECT = "payments";
  static final String SECRET = "prod/payments/db";

  /** The policy of access to production: one approver, four hours at most. */
  static final String LENDING =
      """
      {"kind":"ACCESS","name":"Access to prod","targets":[{"environment":"prod"}],
       "requirements":[{"approvals":1,"groups":["approvers"]}],"maxDuration":"PT4H"}""";

  Api ada() {
    return as(Person.ADA);
  }

  Api dan() {
    return as(Person.DAN);
  }

  Api amy() {
    return as(Person.AMY);
  }

  Api bob() {
    return as(Person.BOB);
  }

  Api eve() {
    return as(Person.EVE);
  }

  Api as(Person person) {
    return stack.as(person).patient();
  }

  SecretsManagerClient secrets() {
    return stack.client(SecretsManagerClient.builder());
  }

  /** The secret's current content. */
  String secret(String name) {
    return secrets()
        .getSecretValue(get -> get.secretId(name).versionStage("AWSCURRENT"))
        .secretString();
  }

  /** The id of the secret's current version. */
  String version(String name) {
    return secrets()
        .getSecretValue(get -> get.secretId(name).versionStage("AWSCURRENT"))
        .versionId();
  }

  /** A new request of Dan's for the document {@code /db}. */
  Answer propose(String environment, String title, String operations) {
    return propose(environment, "/db", title, operations);
  }

  /** A new request of Dan's. */
  Answer propose(String environment, String path, String title, String operations) {
    return propose(dan(), title, "", change(environment, path, operations));
  }

  /** A new request of that author's, for one document or several. */
  Answer propose(Api author, String title, String message, String... changes) {
    return author.post(
        "v1/change-requests",
        """
        {"project":"payments","title":%s,"message":%s,"changes":[%s]}"""
            .formatted(TextNode.valueOf(title), text(message), String.join(",", changes)));
  }

  /** Dan asks to see the values of a document in production. */
  Answer ask(String path, String duration, String why) {
    return dan()
        .post(
            "v1/access-requests",
            """
            {"project":"payments","environment":"prod","path":"%s","actions":["secrets:reveal"],
             "duration":"%s","reason":"%s"}"""
                .formatted(path, duration, why));
  }

  /** The path of a policy that was written before. */
  String policy(String name) {
    String all = "v1/projects/payments/policies";
    for (JsonNode policy : ada().get(all).body().path("items")) {
      if (policy.path("name").asText().equals(name)) {
        return all + "/" + policy.path("id").asText();
      }
    }
    throw new IllegalStateException("no policy is called " + name);
  }

  /** Operations on one document. */
  static String change(String environment, String path, String operations) {
    return """
        {"environment":"%s","path":"%s",%s}"""
        .formatted(environment, path, operations);
  }

  Answer vote(Api voter, Answer request, String decision) {
    return vote(voter, request, decision, "");
  }

  Answer vote(Api voter, Answer request, String decision, String comment) {
    return voter.post(
        path(request, "/votes"),
        """
        {"decision":"%s","digest":"%s","comment":%s}"""
            .formatted(decision, request.text("/digest"), text(comment)));
  }

  /** None where it is empty. */
  private static JsonNode text(String text) {
    return text.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(text);
  }

  static String path(Answer request, String rest) {
    return "v1/change-requests/" + request.text("/id") + rest;
  }

  Answer merge(Api merger, Answer request) {
    return merger.post(
        path(request, "/merge"),
        """
        {"digest":"%s"}"""
            .formatted(request.text("/digest")));
  }

  Answer bypass(Answer request, String reason) {
    return dan()
        .post(
            path(request, "/bypass"),
            """
            {"digest":"%s","reason":"%s"}"""
                .formatted(request.text("/digest"), reason));
  }

  /** What became of the mails about an event of the request, by person. */
  Map<String, String> deliveries(Answer request, String event) {
    Map<String, String> statuses = new TreeMap<>();
    for (JsonNode delivery : look(request).body().path("deliveries")) {
      if (delivery.path("event").asText().equals(event)) {
        statuses.put(delivery.at("/person/id").asText(), delivery.path("status").asText());
      }
    }
    return statuses;
  }

  /** The request as it is now. */
  Answer look(Answer request) {
    return dan().get(path(request, ""));
  }
}
