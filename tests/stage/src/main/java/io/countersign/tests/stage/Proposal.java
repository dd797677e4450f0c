package io.countersign.tests.stage;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** A change request and what people do with it. */
public record Proposal(String id, String digest) {
  public static Proposal of(Answer answer) {
    return new Proposal(answer.text("/id"), answer.text("/digest"));
  }

  /** Path of something of the request. */
  public String path(String rest) {
    return "v1/change-requests/" + id + rest;
  }

  public Answer approve(Person person) {
    return vote(person, "APPROVE");
  }

  public Answer reject(Person person) {
    return vote(person, "REJECT");
  }

  private Answer vote(Person person, String decision) {
    return World.as(person).post(path("/votes"), ballot(decision));
  }

  /** The body of a vote. */
  public Map<String, Object> ballot(String decision) {
    return Map.of("decision", decision, "digest", digest, "comment", "as seen");
  }

  public Answer merge(Person person) {
    return World.as(person).post(path("/merge"), Map.of("digest", digest));
  }

  /** Merges it without its approvers. */
  public Answer bypass(Person person, String reason) {
    return World.as(person).post(path("/bypass"), Map.of("digest", digest, "reason", reason));
  }

  public Answer acknowledge(Person person) {
    return World.as(person).post(path("/acknowledge"), Map.of("comment", "Looked at it."));
  }

  /** Takes a failed merge up: {@code finish} or {@code undo}. */
  public Answer takeUp(Person person, String way) {
    return World.as(person).post(path("/" + way), Map.of("digest", digest));
  }

  /** The page as that person sees it. */
  public Answer seenBy(Person person) {
    return World.as(person).get(path(""));
  }

  public String status() {
    return seenBy(Person.ADA).text("/status");
  }

  /** The page once it stands there. */
  public JsonNode untilIt(String status) {
    return until(page -> page.path("status").asText().equals(status));
  }

  /** The page once it is so. */
  public JsonNode until(Predicate<JsonNode> so) {
    return await("a page of " + id + " as wanted")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(250))
        .until(() -> seenBy(Person.ADA).body(), so);
  }
}
