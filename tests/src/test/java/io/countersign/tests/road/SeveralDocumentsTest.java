package io.countersign.tests.road;

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

/** One request changes several documents: all of them, or none (rule 9). */
class SeveralDocumentsTest {
  private final Scene scene = Scene.askingFor(1);
  private final String value = Text.value();

  private Proposal agreed() {
    scene.holds("/a", "{\"KEY\":\"old\", \"OTHER\":1}");
    scene.holds("/b", "{\"KEY\":\"old\"}");
    Proposal proposal =
        scene.proposesAll(
            List.of(
                Scene.change("/a", Map.of("set", Map.of("KEY", value))),
                Scene.change("/b", Map.of("rename", Map.of("KEY", "NEW"))),
                Scene.change("/new", Map.of("set", Map.of("KEY", value)))));
    proposal.approve(Person.AMY);
    return proposal;
  }

  private String text(String document) {
    return World.SECRETS.text(scene.secret(document));
  }

  @Test
  void a_merge_changes_all_of_them() {
    Proposal proposal = agreed();
    Answer merged = proposal.merge(Person.DAN);
    assertThat(merged.status()).as(merged.toString()).isEqualTo(200);
    assertThat(merged.body().path("documents")).hasSize(3);
    assertThat(text("/a")).isEqualTo("{\"KEY\":\"" + value + "\", \"OTHER\":1}");
    assertThat(text("/b")).isEqualTo("{\"NEW\":\"old\"}");
    assertThat(text("/new")).isEqualTo("{\"KEY\":\"" + value + "\"}");
    assertThat(proposal.status()).isEqualTo("MERGED");
  }

  @Test
  void a_conflict_in_one_of_them_applies_nothing() {
    Proposal proposal = agreed();
    World.SECRETS.write(scene.secret("/b"), "{\"KEY\":\"theirs\"}");
    String before = World.SECRETS.version(scene.secret("/a"));
    Answer conflict = proposal.merge(Person.DAN);
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.text("/code")).isEqualTo("keys-changed");
    assertThat(conflict.text("/detail")).contains("/b", "KEY");
    assertThat(World.SECRETS.version(scene.secret("/a"))).isEqualTo(before);
    assertThat(text("/b")).isEqualTo("{\"KEY\":\"theirs\"}");
    assertThat(World.SECRETS.version(scene.secret("/new"))).isNull();
    assertThat(proposal.status()).isEqualTo("OPEN");
  }
}
