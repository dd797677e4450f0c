package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import org.junit.jupiter.api.Test;

/** Somebody writes to the secret without Countersign between submission and merge. */
class OutsideWriterTest {
  private final Scene scene = Scene.askingFor(1);
  private final String secret = scene.secret("/db");
  private final String value = Text.value();

  private Proposal agreed() {
    scene.holds("/db", "{\"KEY\":\"old\",\"OTHER\":1}");
    Proposal proposal = scene.proposes("/db", "KEY", value);
    proposal.approve(Person.AMY);
    return proposal;
  }

  @Test
  void a_change_of_another_key_is_kept() {
    Proposal proposal = agreed();
    World.SECRETS.write(secret, "{\"KEY\":\"old\",\"OTHER\":2, \"MORE\":true}");
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(secret))
        .isEqualTo("{\"KEY\":\"" + value + "\",\"OTHER\":2, \"MORE\":true}");
  }

  @Test
  void a_change_of_the_same_key_is_a_conflict_that_names_it_and_nothing_is_applied() {
    Proposal proposal = agreed();
    World.SECRETS.write(secret, "{\"KEY\":\"theirs\",\"OTHER\":1}");
    Answer conflict = proposal.merge(Person.DAN);
    assertThat(conflict.status()).isEqualTo(409);
    assertThat(conflict.text("/code")).isEqualTo("keys-changed");
    assertThat(conflict.text("/detail")).contains("KEY").doesNotContain("OTHER");
    assertThat(World.SECRETS.text(secret)).isEqualTo("{\"KEY\":\"theirs\",\"OTHER\":1}");

    assertThat(proposal.approve(Person.BOB).status()).isLessThan(500);
    Answer again = proposal.merge(Person.DAN);
    assertThat(again.text("/reasons/0/code")).isEqualTo("keys-changed");
    Answer page = proposal.seenBy(Person.DAN);
    assertThat(page.text("/status")).isEqualTo("OPEN");
    assertThat(page.text("/statusReason/code")).isEqualTo("keys-changed");
    assertThat(page.body().path("agreed").asBoolean()).isFalse();
    assertThat(World.BUS.typesUntil(proposal.id(), "Request Conflicted"))
        .contains("Request Merge Started", "Request Conflicted")
        .doesNotContain("Request Merged");
  }

  @Test
  void who_wrote_the_wanted_value_already_makes_no_conflict_and_no_version_tells_it() {
    Proposal proposal = agreed();
    String text = "{\"KEY\":\"" + value + "\",\"OTHER\":1}";
    World.SECRETS.write(secret, text);
    String theirs = World.SECRETS.version(secret);
    String ours = proposal.merge(Person.DAN).text("/documents/0/versionId");
    assertThat(ours).isEqualTo(World.SECRETS.version(secret)).isNotEqualTo(theirs);
    assertThat(World.SECRETS.text(secret)).isEqualTo(text);
  }

  @Test
  void a_secret_that_was_deleted_and_created_again_is_a_conflict() {
    Proposal proposal = agreed();
    World.SECRETS.deleteForGood(secret);
    World.SECRETS.create(secret, "{\"KEY\":\"old\",\"OTHER\":1}");
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("document-replaced");
    assertThat(World.SECRETS.text(secret)).isEqualTo("{\"KEY\":\"old\",\"OTHER\":1}");
  }

  @Test
  void a_secret_that_is_gone_is_a_conflict() {
    Proposal proposal = agreed();
    World.SECRETS.deleteForGood(secret);
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("document-gone");
    assertThat(World.SECRETS.version(secret)).isNull();
  }
}
