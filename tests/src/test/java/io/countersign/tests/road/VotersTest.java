package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whose vote counts, and for how long. */
class VotersTest {
  @Test
  void the_author_does_not_approve_their_own_request() {
    Scene scene = Scene.askingFor(1);
    World.as(Person.ADA).edit("v1/groups/" + scene.project(), scene.group("amy", "bob", "dan"));
    Answer own = scene.proposes("/db", "KEY", Text.value()).approve(Person.DAN);
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.text("/code")).isEqualTo("own-request");
  }

  @Test
  void whoever_opens_a_forwarded_link_votes_as_themselves() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", Text.value());
    assertThat(proposal.approve(Person.ADA).text("/code")).isEqualTo("not-an-approver");
    proposal.approve(Person.BOB);
    assertThat(proposal.seenBy(Person.AMY).body().path("votes").findValuesAsText("id"))
        .containsExactly("bob");
  }

  @Test
  void a_second_vote_replaces_the_first_and_both_stay_in_the_history() {
    Map<String, Object> body = patient();
    Scene scene = Scene.unprotected();
    Map<String, Object> policy = new TreeMap<>(scene.policyBody(1));
    policy.putAll(body);
    scene.policy(policy);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.reject(Person.AMY);
    assertThat(proposal.merge(Person.DAN).text("/reasons/0/code")).isEqualTo("rejection-stands");
    Answer changed = proposal.approve(Person.AMY);
    assertThat(changed.body().path("agreed").asBoolean()).isTrue();
    Answer page = proposal.seenBy(Person.DAN);
    assertThat(page.body().path("votes")).hasSize(1);
    assertThat(page.text("/votes/0/decision")).isEqualTo("APPROVE");
    assertThat(page.text("/timeline/1/text")).startsWith("rejected");
    assertThat(page.text("/timeline/2/text")).startsWith("approved");
  }

  private static Map<String, Object> patient() {
    return Map.of("declineAfter", 2);
  }

  @Test
  void a_vote_on_an_old_digest_is_refused_with_the_present_one() {
    Proposal proposal = Scene.askingFor(1).proposes("/db", "KEY", Text.value());
    Proposal old = new Proposal(proposal.id(), "0".repeat(64));
    Answer stale = old.approve(Person.AMY);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.text("/code")).isEqualTo("stale-digest");
    assertThat(stale.text("/present/digest")).isEqualTo(proposal.digest());
    assertThat(old.merge(Person.DAN).text("/code")).isEqualTo("stale-digest");
    assertThat(proposal.seenBy(Person.DAN).body().path("votes")).isEmpty();
  }

  @Test
  void the_vote_of_somebody_who_left_the_group_counts_no_more() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    World.as(Person.ADA).edit("v1/groups/" + scene.project(), scene.group("bob"));
    Answer refused = proposal.merge(Person.DAN);
    assertThat(refused.text("/code")).isEqualTo("not-agreed");
    Answer page = proposal.seenBy(Person.DAN);
    assertThat(page.body().at("/votes/0/counts").asBoolean()).isFalse();
    assertThat(page.text("/votes/0/why")).isNotEmpty();
    assertThat(proposal.reject(Person.AMY).text("/code")).isEqualTo("no-longer-an-approver");
    proposal.approve(Person.BOB);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
  }

  @Test
  void somebody_deactivated_can_do_nothing_and_their_vote_counts_no_more() {
    Scene scene = Scene.unprotected();
    Guest guest = Guest.arrives();
    World.as(Person.ADA).edit("v1/groups/" + scene.project(), scene.group("amy", guest.id()));
    scene.policy(scene.policyBody(2));
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    assertThat(
            guest
                .calls()
                .post(proposal.path("/votes"), proposal.ballot("APPROVE"))
                .body()
                .path("agreed")
                .asBoolean())
        .isTrue();
    guest.leaves();
    for (String path : List.of("v1/me", proposal.path(""), "v1/change-requests")) {
      assertThat(guest.calls().get(path).text("/code")).isEqualTo("deactivated");
    }
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("not-agreed");
  }

  @Test
  void a_request_whose_author_may_not_propose_any_more_is_not_merged() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    World.as(Person.ADA)
        .edit(scene.path("/bindings/dan"), Map.of("role", "viewer", "person", "dan"));
    Answer refused = proposal.merge(Person.AMY);
    assertThat(refused.text("/reasons/0/code")).isEqualTo("author-not-entitled");
    assertThat(World.SECRETS.version(scene.secret("/db"))).isNull();
  }

  @Test
  void a_request_that_nobody_could_approve_is_refused() {
    Scene scene = Scene.unprotected();
    World.as(Person.ADA).edit("v1/groups/" + scene.project(), scene.group("dan"));
    scene.policy(scene.policyBody(1));
    Answer refused =
        World.as(Person.DAN)
            .post(
                "v1/change-requests",
                scene.submission("/db", Map.of("set", Map.of("KEY", Text.value()))));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/code")).isEqualTo("nobody-could-approve");
    assertThat(refused.text("/reasons/0/code")).isEqualTo("policy-unsatisfiable");
    assertThat(scene.requests()).isZero();
  }
}
