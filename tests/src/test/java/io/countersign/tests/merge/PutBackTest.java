package io.countersign.tests.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A document has moved, another cannot: what moved is put back (rule 9). */
class PutBackTest {
  private final Scene scene = Scene.askingFor(1);
  private final String value = Text.value();

  @Test
  void what_moved_is_put_back_as_a_new_version_and_can_be_merged_again() {
    scene.holds("/a", "{\"KEY\":\"old\", \"OTHER\":1}");
    scene.holds("/b", "{\"KEY\":\"old\"}");
    Map<String, Object> set = Map.of("set", Map.of("KEY", value));
    Proposal proposal =
        scene.proposesAll(List.of(Scene.change("/a", set), Scene.change("/b", set)));
    proposal.approve(Person.AMY);
    String before = World.SECRETS.version(scene.secret("/a"));
    World.SECRETS.deny(scene.secret("/b"), "UpdateSecretVersionStage");

    Answer refused = proposal.merge(Person.DAN);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("aws-refused");
    assertThat(refused.text("/detail")).contains("/b").doesNotContain(value);
    assertThat(proposal.status()).isEqualTo("OPEN");
    assertThat(World.SECRETS.text(scene.secret("/a"))).isEqualTo("{\"KEY\":\"old\", \"OTHER\":1}");
    assertThat(World.SECRETS.version(scene.secret("/a"))).isNotEqualTo(before);
    assertThat(World.SECRETS.versions(scene.secret("/a"))).as("old, ours, put back").isEqualTo(3);
    assertThat(World.SECRETS.text(scene.secret("/b"))).isEqualTo("{\"KEY\":\"old\"}");

    World.SECRETS.allow(scene.secret("/b"));
    Answer merged = proposal.merge(Person.DAN);
    assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
    assertThat(World.SECRETS.text(scene.secret("/a")))
        .isEqualTo("{\"KEY\":\"" + value + "\", \"OTHER\":1}");
    assertThat(World.SECRETS.text(scene.secret("/b"))).isEqualTo("{\"KEY\":\"" + value + "\"}");
  }
}
