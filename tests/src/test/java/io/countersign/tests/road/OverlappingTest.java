package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Amended;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 8: other open requests on the same keys are shown, by name and to who may see them. */
class OverlappingTest {
  private final Scene scene = Scene.askingFor(1);

  private static JsonNode overlapping(Proposal proposal, Person reader) {
    return proposal.seenBy(reader).body().path("overlapping");
  }

  @Test
  void requests_on_the_same_keys_show_each_other_until_they_end() {
    String value = Text.value();
    Proposal first = scene.proposes("/db", Map.of("set", Map.of("A", value, "B", value)));
    Proposal second = scene.proposes("/db", Map.of("set", Map.of("B", value, "C", value)));
    scene.proposes("/db", "D", value);
    scene.proposes("/other", "B", value);
    assertThat(overlapping(first, Person.AMY).toString())
        .isEqualTo(
            "[{\"id\":\"%s\",\"title\":\"A change\",\"author\":{\"id\":\"dan\",\"name\":\"%s\",\"kind\":\"PERSON\"},"
                    .formatted(second.id(), Person.DAN.name())
                + "\"documents\":[{\"environment\":\"prod\",\"path\":\"/db\",\"keys\":[\"B\"]}]}]");
    assertThat(overlapping(second, Person.DAN).at("/0/id").asText()).isEqualTo(first.id());

    first.reject(Person.AMY);
    assertThat(overlapping(second, Person.DAN)).isEmpty();
    assertThat(overlapping(first, Person.DAN)).isEmpty();
  }

  @Test
  void who_may_not_see_a_request_is_not_told_of_it() {
    Proposal first = scene.proposes("/db", "KEY", Text.value());
    scene.policy(
        Map.of(
            "name",
            "Database",
            "targets",
            List.of(Map.of("environment", "prod", "path", "/db")),
            "requirements",
            List.of(Map.of("approvals", 1, "people", List.of("ada")))));
    Proposal hidden = scene.proposes("/db", "KEY", Text.value());
    assertThat(overlapping(hidden, Person.DAN).at("/0/id").asText()).isEqualTo(first.id());
    assertThat(overlapping(first, Person.AMY)).isEmpty();
    assertThat(overlapping(first, Person.ADA).at("/0/id").asText()).isEqualTo(hidden.id());
  }

  @Test
  void who_deletes_a_document_overlaps_with_everybody_in_it() {
    scene.holds("/db", "{\"OLD\":1}");
    Proposal setting = scene.proposes("/db", "NEW", Text.value());
    Proposal removing = scene.proposes("/db", Map.of("deleteDocument", true));
    assertThat(overlapping(removing, Person.DAN).at("/0/documents/0/keys").toString())
        .isEqualTo("[\"NEW\"]");
    assertThat(overlapping(setting, Person.DAN).at("/0/documents/0/keys").toString())
        .isEqualTo("[\"NEW\"]");
  }

  @Test
  void whoever_submits_is_told_at_once() {
    Proposal first = scene.proposes("/db", "KEY", Text.value());
    Answer second =
        World.as(Person.DAN)
            .post(
                "v1/change-requests",
                scene.submission("/db", Map.of("set", Map.of("KEY", Text.value()))));
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text("/overlapping/0/id")).isEqualTo(first.id());
    assertThat(second.text("/overlapping/0/documents/0/keys/0")).isEqualTo("KEY");
    assertThat(Amended.rebase(first).by(Person.DAN).text("/overlapping/0/id"))
        .isEqualTo(second.text("/id"));
  }
}
