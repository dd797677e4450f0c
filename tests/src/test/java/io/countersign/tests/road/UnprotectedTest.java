package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnprotectedTest {
  @Test
  void a_document_without_a_policy_is_merged_at_once_and_leaves_the_same_history() {
    Scene scene = Scene.unprotected();
    String value = Text.value();
    Answer answer =
        World.as(Person.DAN)
            .post(
                "v1/change-requests",
                scene.submission("/app/db", Map.of("set", Map.of("KEY", value))));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.header("Location")).isEqualTo("/v1/change-requests/" + answer.text("/id"));
    assertThat(answer.body().path("expiresAt").isNull()).isTrue();

    Proposal proposal = new Proposal(answer.text("/id"), answer.text("/digest"));
    JsonNode page = proposal.until(each -> each.path("status").asText().equals("MERGED"));
    assertThat(World.SECRETS.text(scene.secret("/app/db")))
        .isEqualTo("{\"KEY\":\"" + value + "\"}");
    assertThat(page.at("/documents/0/versionId").asText())
        .isEqualTo(World.SECRETS.version(scene.secret("/app/db")));
    assertThat(World.BUS.typesUntil(proposal.id(), "Secrets Changed"))
        .containsExactly(
            "Request Submitted", "Request Merge Started", "Request Merged", "Secrets Changed");
  }

  @Test
  void a_policy_on_another_path_leaves_a_document_unprotected() {
    Scene scene = Scene.unprotected();
    Map<String, Object> policy =
        Map.of(
            "name", "Only payments",
            "targets", List.of(Map.of("environment", "prod", "path", "/payments/**")),
            "requirements", List.of(Map.of("approvals", 1, "people", List.of("amy"))));
    scene.policy(policy);
    assertThat(submit(scene, "/other/db").status()).isEqualTo(202);
    assertThat(submit(scene, "/payments/db").status()).isEqualTo(201);
  }

  private static Answer submit(Scene scene, String document) {
    return World.as(Person.DAN)
        .post(
            "v1/change-requests",
            scene.submission(document, Map.of("set", Map.of("KEY", Text.value()))));
  }
}
