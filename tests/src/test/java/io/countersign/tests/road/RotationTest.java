package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import org.junit.jupiter.api.Test;

/** A merge waits, and says so, while a rotation is in flight (design §5). */
class RotationTest {
  @Test
  void a_secret_under_rotation_is_merged_once_that_is_over_and_loses_nothing() {
    Scene scene = Scene.askingFor(1);
    scene.holds("/db", "{\"PASSWORD\":\"old\",\"PORT\":1}");
    String secret = scene.secret("/db");
    String pending = World.SECRETS.startRotation(secret, "{\"PASSWORD\":\"new\",\"PORT\":1}");
    Proposal proposal = scene.proposes("/db", "PORT", "2");
    proposal.approve(Person.AMY);

    Answer waits = proposal.merge(Person.DAN);
    assertThat(waits.status()).isEqualTo(409);
    assertThat(waits.text("/code")).isEqualTo("document-held");
    assertThat(waits.text("/detail")).contains("prod:/db", "being rotated just now");
    assertThat(proposal.seenBy(Person.DAN).text("/status")).isEqualTo("OPEN");
    assertThat(World.SECRETS.text(secret)).isEqualTo("{\"PASSWORD\":\"old\",\"PORT\":1}");

    World.SECRETS.finishRotation(secret, pending);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(secret)).isEqualTo("{\"PASSWORD\":\"new\",\"PORT\":2}");
  }
}
