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
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One request over two environments: the policies of both must be satisfied (rule 3). */
class SeveralEnvironmentsTest {
  private final Scene scene = Scene.unprotected();
  private final Client ada = World.as(Person.ADA);
  private final String value = Text.value();

  @BeforeEach
  void staging_asks_for_bob_and_prod_for_amy() {
    Map<String, Object> staging = Map.of("secretPrefix", staging(""));
    assertThat(ada.put(scene.path("/environments/staging"), staging).status()).isEqualTo(201);
    scene.policy(policy("prod", "amy"));
    scene.policy(policy("staging", "bob"));
  }

  private static Map<String, Object> policy(String environment, String approver) {
    return Map.of(
        "name",
        "Of " + environment,
        "targets",
        List.of(Map.of("environment", environment)),
        "requirements",
        List.of(Map.of("approvals", 1, "people", List.of(approver))));
  }

  private String staging(String rest) {
    return "staging/" + scene.project() + "/" + rest;
  }

  private Proposal proposed() {
    Map<String, Object> there =
        new TreeMap<>(Scene.change("/db", Map.of("set", Map.of("KEY", value))));
    there.put("environment", "staging");
    return scene.proposesAll(
        List.of(Scene.change("/db", Map.of("set", Map.of("KEY", value))), there));
  }

  @Test
  void both_agree_and_both_change() {
    Proposal proposal = proposed();
    assertThat(proposal.seenBy(Person.DAN).body().path("policies")).hasSize(2);
    proposal.approve(Person.AMY);
    Answer early = proposal.merge(Person.DAN);
    assertThat(early.status()).isEqualTo(409);
    assertThat(early.body().path("reasons")).hasSize(1);
    assertThat(early.text("/reasons/0/message")).contains("Of staging");
    assertThat(early.text("/reasons/0/clearedBy/0/id")).isEqualTo("bob");

    proposal.approve(Person.BOB);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(scene.secret("/db"))).contains(value);
    assertThat(World.SECRETS.text(staging("db"))).contains(value);
  }

  @Test
  void a_conflict_in_one_applies_nothing_in_the_other() {
    World.SECRETS.create(staging("db"), "{\"KEY\":\"old\"}");
    Proposal proposal = proposed();
    proposal.approve(Person.AMY);
    proposal.approve(Person.BOB);
    World.SECRETS.write(staging("db"), "{\"KEY\":\"theirs\"}");
    Answer conflict = proposal.merge(Person.DAN);
    assertThat(conflict.text("/code")).isEqualTo("keys-changed");
    assertThat(conflict.text("/detail")).contains("staging:/db");
    assertThat(World.SECRETS.version(scene.secret("/db"))).isNull();
  }

  @Test
  void a_policy_that_comes_to_one_of_them_holds_up_the_whole() {
    Proposal proposal = proposed();
    proposal.approve(Person.AMY);
    proposal.approve(Person.BOB);
    scene.policy(policy("staging", "ada"));
    Answer refused = proposal.merge(Person.DAN);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(refused.text("/reasons/0/code")).isEqualTo("approvals-missing");
    // Ada was nobody's approver when the revision was made.
    assertThat(refused.text("/reasons/0/message")).contains("Of staging", "revise the request");
  }

  @Test
  void who_may_propose_in_one_of_them_only_proposes_neither() {
    Map<String, Object> narrow =
        Map.of("role", "developer", "person", "dan", "environment", "prod");
    assertThat(ada.edit(scene.path("/bindings/dan"), narrow).status()).isEqualTo(200);
    Map<String, Object> there =
        new TreeMap<>(Scene.change("/db", Map.of("set", Map.of("KEY", value))));
    there.put("environment", "staging");
    Answer refused =
        World.as(Person.DAN)
            .post(
                "v1/change-requests",
                scene.submission(
                    List.of(Scene.change("/db", Map.of("set", Map.of("KEY", value))), there)));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("/detail")).contains("staging:/db");
  }
}
