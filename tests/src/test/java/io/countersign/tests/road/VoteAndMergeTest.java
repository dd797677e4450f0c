package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One call that votes, and merges what the vote makes agreed. */
class VoteAndMergeTest {
  private static Answer approve(Proposal proposal, Person person) {
    Map<String, Object> ballot = new TreeMap<>(proposal.ballot("APPROVE"));
    ballot.put("mergeIfAgreed", true);
    return World.as(person).post(proposal.path("/votes"), ballot);
  }

  @Test
  void the_last_vote_that_is_needed_starts_the_merge() {
    Scene scene = Scene.askingFor(2);
    String value = Text.value();
    Proposal proposal = scene.proposes("/db", "KEY", value);
    Answer first = approve(proposal, Person.AMY);
    assertThat(first.status()).isEqualTo(200);
    assertThat(first.text("/status")).isEqualTo("OPEN");
    assertThat(first.text("/reasons/0/code")).isEqualTo("approvals-missing");
    assertThat(first.text("/reasons/0/clearedBy/0/name")).isEqualTo("Bob Approver");

    Answer last = approve(proposal, Person.BOB);
    assertThat(last.status()).isEqualTo(202);
    assertThat(last.text("/status")).isEqualTo("MERGING");
    proposal.untilIt("MERGED");
    assertThat(World.SECRETS.text(scene.secret("/db"))).isEqualTo("{\"KEY\":\"" + value + "\"}");
    assertThat(World.BUS.typesUntil(proposal.id(), "Secrets Changed"))
        .containsExactly(
            "Request Submitted",
            "Request Voted",
            "Request Voted",
            "Request Agreed",
            "Request Merge Started",
            "Request Merged",
            "Secrets Changed");
  }

  @Test
  void a_policy_that_is_new_since_keeps_the_vote_from_merging() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    Map<String, Object> policy = new TreeMap<>(scene.policyBody(2));
    policy.put("name", "Later");
    scene.policy(policy);
    Answer answer = approve(proposal, Person.AMY);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("agreed").asBoolean()).isFalse();
    assertThat(answer.text("/reasons/0/message")).startsWith("Policy \"Later\" needs 1 more");
    assertThat(proposal.status()).isEqualTo("OPEN");
    assertThat(World.SECRETS.version(scene.secret("/db"))).isNull();
  }

  @Test
  void a_vote_by_itself_is_judged_by_the_rules_of_now_too_and_agreement_is_told_once_it_is_true() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    Map<String, Object> policy = new TreeMap<>(scene.policyBody(2));
    policy.put("name", "Later");
    scene.policy(policy);
    Answer first = proposal.approve(Person.AMY);
    assertThat(first.body().path("agreed").asBoolean()).isFalse();
    assertThat(first.body().path("reasons"))
        .isEqualTo(proposal.seenBy(Person.AMY).body().path("reasons"));
    assertThat(first.text("/reasons/0/clearedBy/0/name")).isEqualTo("Bob Approver");
    assertThat(proposal.approve(Person.BOB).body().path("agreed").asBoolean()).isTrue();
    assertThat(World.BUS.typesUntil(proposal.id(), "Request Agreed"))
        .containsExactly("Request Submitted", "Request Voted", "Request Voted", "Request Agreed");
  }

  @Test
  void who_rejects_merges_nothing() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", Text.value());
    Map<String, Object> ballot = new TreeMap<>(proposal.ballot("REJECT"));
    ballot.put("mergeIfAgreed", true);
    Answer refused = World.as(Person.AMY).post(proposal.path("/votes"), ballot);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/field")).isEqualTo("mergeIfAgreed");
    assertThat(proposal.status()).isEqualTo("OPEN");
  }
}
