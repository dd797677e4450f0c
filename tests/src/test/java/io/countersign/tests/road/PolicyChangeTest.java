package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import org.junit.jupiter.api.Test;

/** Nobody can loosen an open request, and live rules count too. */
class PolicyChangeTest {
  private final Scene scene = Scene.unprotected();

  @Test
  void a_policy_that_asks_for_more_since_must_be_met_too() {
    String policy = scene.policy(scene.policyBody(1));
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    assertThat(proposal.approve(Person.AMY).body().path("agreed").asBoolean()).isTrue();
    World.as(Person.ADA).edit(policy, scene.policyBody(2));
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("not-agreed");
    assertThat(proposal.seenBy(Person.DAN).body().path("agreed").asBoolean()).isFalse();
    proposal.approve(Person.BOB);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
  }

  @Test
  void a_policy_that_asks_for_less_since_loosens_nothing() {
    String policy = scene.policy(scene.policyBody(2));
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    World.as(Person.ADA).edit(policy, scene.policyBody(1));
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("not-agreed");
    Proposal later = scene.proposes("/db", "KEY", Text.value());
    assertThat(later.approve(Person.AMY).body().path("agreed").asBoolean()).isTrue();
  }

  @Test
  void a_policy_that_is_deleted_since_still_binds() {
    String policy = scene.policy(scene.policyBody(1));
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    String tag = World.as(Person.ADA).get(policy).header("ETag");
    World.as(Person.ADA).with("If-Match", tag).delete(policy);
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("not-agreed");
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
  }

  @Test
  void a_policy_made_since_must_be_met_too() {
    scene.policy(scene.policyBody(1));
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    scene.policy(scene.policyBody(2));
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("not-agreed");
    proposal.approve(Person.BOB);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
  }
}
