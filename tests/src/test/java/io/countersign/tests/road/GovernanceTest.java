package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Four eyes on the rules themselves: what one admin wants changed another one has to agree to. */
class GovernanceTest {
  private final Scene scene = governed();
  private final String policy = scene.path("/policies/") + id();

  /** A project with a policy that asks for two, whose rules Ada and Bob may change. */
  private static Scene governed() {
    Scene made = Scene.askingFor(2);
    World.as(Person.ADA).put(made.path("/bindings/bob"), Map.of("role", "admin", "person", "bob"));
    Answer closed =
        World.as(Person.ADA).edit(made.path(""), Map.of("name", "A scene", "governance", "POLICY"));
    assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
    return made;
  }

  private String id() {
    return World.as(Person.ADA).get(scene.path("/policies")).text("/items/0/id");
  }

  private Map<String, Object> lowered() {
    return scene.policyBody(1);
  }

  private Answer lowers(Person person) {
    return World.as(person).edit(policy, lowered());
  }

  private Proposal asked() {
    Answer answer = lowers(Person.ADA);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    return Proposal.of(answer);
  }

  private int approvals() {
    return World.as(Person.ADA).get(policy).body().at("/requirements/0/approvals").asInt();
  }

  @Test
  void what_an_admin_changes_holds_once_another_admin_has_agreed_and_it_is_merged() {
    Proposal proposal = asked();
    assertThat(approvals()).isEqualTo(2);
    JsonNode open = proposal.seenBy(Person.BOB).body();
    assertThat(open.path("kind").asText()).isEqualTo("GOVERNANCE");
    assertThat(open.path("title").asText()).isEqualTo("Change policy Approvals");
    assertThat(open.at("/rules/edits/0/differences/0/before").asText()).startsWith("2 of group");
    assertThat(open.at("/rules/edits/0/differences/0/after").asText()).startsWith("1 of group");
    assertThat(open.at("/policies/0/name").asText()).isEqualTo("One other admin of A scene");
    assertThat(proposal.approve(Person.ADA).text("/code")).isEqualTo("own-request");
    assertThat(proposal.merge(Person.ADA).text("/code")).isEqualTo("not-agreed");
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(404);

    assertThat(proposal.approve(Person.BOB).status()).isEqualTo(200);
    Answer merged = proposal.merge(Person.ADA);
    assertThat(merged.text("/status")).as(merged.toString()).isEqualTo("MERGED");
    assertThat(approvals()).isEqualTo(1);
    assertThat(World.BUS.typesUntil(proposal.id(), "Rules Changed"))
        .containsExactly(
            "Request Submitted",
            "Request Voted",
            "Request Agreed",
            "Request Merge Started",
            "Request Merged",
            "Rules Changed");
    JsonNode versions = World.as(Person.ADA).get(policy + "/versions").body();
    assertThat(versions.at("/items/1/by/id").asText()).isEqualTo("ada");
  }

  @Test
  void several_changes_are_one_request() {
    String group = scene.project() + "-two";
    Map<String, Object> second = new TreeMap<>(lowered());
    second.put("requirements", List.of(Map.of("approvals", 1, "groups", List.of(group))));
    Answer answer =
        World.as(Person.ADA)
            .post(
                "v1/governance-requests",
                Map.of(
                    "project",
                    scene.project(),
                    "title",
                    "Security approves",
                    "message",
                    "As we said on Monday.",
                    "changes",
                    List.of(
                        Map.of(
                            "method",
                            "PUT",
                            "path",
                            "/v1/groups/" + group,
                            "body",
                            Map.of("name", "Security", "members", List.of("amy"))),
                        Map.of(
                            "method",
                            "PUT",
                            "path",
                            "/" + policy,
                            "ifMatch",
                            "\"1\"",
                            "body",
                            second))));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    Proposal proposal = Proposal.of(answer);
    assertThat(proposal.approve(Person.BOB).status()).isEqualTo(200);
    Answer merged = proposal.merge(Person.BOB);
    assertThat(merged.text("/status")).as(merged.toString()).isEqualTo("MERGED");
    assertThat(World.as(Person.ADA).get("v1/groups/" + group).status()).isEqualTo(200);
    assertThat(World.as(Person.ADA).get(policy).body().at("/requirements/0/groups/0").asText())
        .isEqualTo(group);
  }
}
