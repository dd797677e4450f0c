package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys that a rotation writes are left alone (design §5). */
class RotatedKeysTest {
  private final Scene scene = Scene.askingFor(1);
  private final Client ada = World.as(Person.ADA);

  private Answer rotating(String path, String... keys) {
    return ada.edit(
        scene.path("/environments/prod"),
        Map.of(
            "secretPrefix",
            scene.prefix(),
            "rotatedKeys",
            List.of(Map.of("path", path, "keys", List.of(keys)))));
  }

  private Answer submitted(String document, Map<String, ?> operations) {
    return World.as(Person.DAN).post("v1/change-requests", scene.submission(document, operations));
  }

  @Test
  void an_environment_says_which_keys_are_rotated() {
    assertThat(rotating("/db/**", "user", "password").status()).isEqualTo(200);
    assertThat(ada.get(scene.path("/environments/prod")).body().path("rotatedKeys").toString())
        .isEqualTo("[{\"path\":\"/db/**\",\"keys\":[\"password\",\"user\"]}]");
  }

  @Test
  void every_operation_on_a_rotated_key_is_refused_and_named() {
    scene.holds("/db/main", "{\"password\":\"old\",\"PORT\":1}");
    rotating("/db/**", "password");
    for (Map<String, ?> operations :
        List.of(
            Map.of("set", Map.of("password", Text.value())),
            Map.of("delete", List.of("password")),
            Map.of("rename", Map.of("password", "pass")),
            Map.of("rename", Map.of("PORT", "password"), "delete", List.of("password")),
            Map.of("deleteDocument", true))) {
      Answer refused = submitted("/db/main", operations);
      assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
      assertThat(refused.text("/code")).isEqualTo("key-rotated");
      assertThat(refused.text("/detail")).contains("password", "prod:/db/main");
    }
    assertThat(scene.requests()).isZero();
  }

  @Test
  void the_other_keys_of_the_document_and_the_same_key_elsewhere_can_be_changed() {
    scene.holds("/db/main", "{\"password\":\"old\",\"PORT\":1}");
    rotating("/db/**", "password");
    for (Proposal proposal :
        List.of(
            scene.proposes("/db/main", "PORT", "2"),
            scene.proposes("/web", "password", Text.value()))) {
      proposal.approve(Person.AMY);
      assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    }
    assertThat(World.SECRETS.text(scene.secret("/db/main")))
        .isEqualTo("{\"password\":\"old\",\"PORT\":2}");
  }

  @Test
  void a_key_that_is_rotated_since_is_not_merged() {
    Proposal proposal = scene.proposes("/db/main", "password", Text.value());
    proposal.approve(Person.AMY);
    rotating("/db/**", "password");
    Answer refused = proposal.merge(Person.DAN);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/reasons/0/code")).isEqualTo("key-rotated");
    assertThat(refused.text("/reasons/0/clearedBy/0/id")).isEqualTo("dan");
    assertThat(proposal.seenBy(Person.DAN).text("/reasons/0/code")).isEqualTo("key-rotated");
    assertThat(World.SECRETS.version(scene.secret("/db/main"))).isNull();
  }
}
