package io.countersign.local.story;

import com.fasterxml.jackson.databind.JsonNode;
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

  private Api as(Person person) {
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
    return dan()
        .post(
            "v1/change-requests",
            """
            {"project":"payments","title":"%s",
             "changes":[{"environment":"%s","path":"%s",%s}]}"""
                .formatted(title, environment, path, operations));
  }

  Answer vote(Api voter, Answer request, String decision) {
    return voter.post(
        "v1/change-requests/" + request.text("/id") + "/votes",
        """
        {"decision":"%s","digest":"%s"}"""
            .formatted(decision, request.text("/digest")));
  }

  Answer merge(Api merger, Answer request) {
    return merger.post(
        "v1/change-requests/" + request.text("/id") + "/merge",
        """
        {"digest":"%s"}"""
            .formatted(request.text("/digest")));
  }

  Answer bypass(Answer request, String reason) {
    return dan()
        .post(
            "v1/change-requests/" + request.text("/id") + "/bypass",
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
    return dan().get("v1/change-requests/" + request.text("/id"));
  }
}
