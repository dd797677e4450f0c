package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One key, one effect. */
class RepeatTest {
  private final Scene scene = Scene.askingFor(1);

  @Test
  void a_repeated_submission_is_answered_with_the_one_request() {
    Map<String, Object> body = scene.submission("/db", Map.of("set", Map.of("KEY", Text.value())));
    Answer first = keyed(Person.DAN, scene.project()).post("v1/change-requests", body);
    Answer again = keyed(Person.DAN, scene.project()).post("v1/change-requests", body);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(scene.requests()).isEqualTo(1);
  }

  @Test
  void another_body_under_the_same_key_is_refused() {
    Map<String, Object> one = scene.submission("/db", Map.of("set", Map.of("KEY", Text.value())));
    Map<String, Object> two = scene.submission("/db", Map.of("set", Map.of("KEY", Text.value())));
    keyed(Person.DAN, scene.project()).post("v1/change-requests", one);
    Answer other = keyed(Person.DAN, scene.project()).post("v1/change-requests", two);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.text("/code")).isEqualTo("idempotency-key-reused");
    assertThat(other.text("/errors/0/field")).isEqualTo("Idempotency-Key");
    assertThat(scene.requests()).isEqualTo(1);
  }

  @Test
  void repeated_votes_comments_merges_and_policies_happen_once() {
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    twice(Person.AMY, proposal.path("/votes"), proposal.ballot("APPROVE"), 200);
    twice(Person.AMY, proposal.path("/comments"), Map.of("text", "once"), 201);
    twice(Person.DAN, proposal.path("/merge"), Map.of("digest", proposal.digest()), 200);
    assertThat(proposal.seenBy(Person.DAN).body().path("timeline").findValuesAsText("type"))
        .containsExactly(
            "Submitted",
            "Voted",
            "Agreed",
            "Commented",
            "Merge Started",
            "Merged",
            "Secrets Changed");
    twice(Person.ADA, scene.path("/policies"), scene.policyBody(2), 201);
    assertThat(World.as(Person.ADA).get(scene.path("/policies")).body().path("items")).hasSize(2);
  }

  @Test
  void the_key_of_a_policy_that_was_removed_makes_no_other() {
    Client ada = keyed(Person.ADA, "removed");
    Answer made = ada.post(scene.path("/policies"), scene.policyBody(2));
    World.as(Person.ADA)
        .with("If-Match", made.header("ETag"))
        .delete(scene.path("/policies/" + made.text("/id")));
    Answer again = ada.post(scene.path("/policies"), scene.policyBody(2));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("removed");
  }

  private static void twice(Person person, String path, Map<String, Object> body, int status) {
    Answer first = keyed(person, path).post(path, body);
    Answer again = keyed(person, path).post(path, body);
    assertThat(first.status()).as(first.toString()).isEqualTo(status);
    assertThat(again.status()).isEqualTo(status);
    assertThat(again.text("/id")).isEqualTo(first.text("/id"));
  }

  private static Client keyed(Person person, String key) {
    return World.as(person).with("Idempotency-Key", key);
  }
}
