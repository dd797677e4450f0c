package io.countersign.tests.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Amended;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Inbox;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What waits for whom, from the relay's lists to the answer. */
class WaitingTest {
  private final Scene scene =
      Scene.askingFor(1, Map.of("bypass", Map.of("who", "ANYONE"), "declineAfter", 2));
  private final Inbox amy = Inbox.of(Person.AMY, scene);
  private final Inbox bob = Inbox.of(Person.BOB, scene);
  private final Inbox dan = Inbox.of(Person.DAN, scene);

  private Proposal proposed() {
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    amy.until(proposal.id() + " VOTE");
    bob.until(proposal.id() + " VOTE");
    assertThat(dan.now()).isEmpty();
    return proposal;
  }

  private void group(String... members) {
    World.as(Person.ADA).edit("v1/groups/" + scene.project(), scene.group(members));
  }

  @Test
  void a_request_waits_for_its_approvers_then_for_its_author_then_for_nobody() {
    Proposal proposal = proposed();
    proposal.approve(Person.AMY);
    dan.until(proposal.id() + " MERGE");
    amy.until();
    bob.until();
    proposal.merge(Person.DAN);
    dan.until();
  }

  @Test
  void a_vote_taken_back_and_a_new_revision_ask_the_approvers_anew() {
    Proposal proposal = proposed();
    proposal.approve(Person.AMY);
    amy.until();
    World.as(Person.AMY).post(proposal.path("/votes"), proposal.ballot("RETRACT"));
    amy.until(proposal.id() + " VOTE");
    dan.until();
    proposal.approve(Person.BOB);
    dan.until(proposal.id() + " MERGE");
    Amended.to(proposal, "/db", Map.of("set", Map.of("KEY", Text.value()))).madeBy(Person.DAN);
    amy.until(proposal.id() + " VOTE");
    bob.until(proposal.id() + " VOTE");
    dan.until();
  }

  @Test
  void a_conflict_waits_for_its_author_and_a_withdrawal_for_nobody() {
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = proposed();
    proposal.approve(Person.AMY);
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"theirs\"}");
    proposal.merge(Person.DAN);
    dan.until(proposal.id() + " REVISE");
    bob.until();
    World.as(Person.DAN).post(proposal.path("/withdraw"), Map.of());
    dan.until();
  }

  @Test
  void a_bypass_waits_for_one_of_its_approvers_to_look_at_it() {
    Proposal proposal = proposed();
    proposal.bypass(Person.DAN, "The provider has leaked it.");
    proposal.untilIt("BYPASSED");
    amy.until(proposal.id() + " ACKNOWLEDGE");
    bob.until(proposal.id() + " ACKNOWLEDGE");
    assertThat(dan.now()).isEmpty();
    proposal.acknowledge(Person.BOB);
    amy.until();
    bob.until();
  }

  @Test
  void what_becomes_of_it_by_another_group_or_policy_shows_at_once() {
    Proposal proposal = proposed();
    proposal.approve(Person.AMY);
    dan.until(proposal.id() + " MERGE");
    group("bob");
    assertThat(bob.now()).containsExactly(proposal.id() + " VOTE");
    assertThat(dan.now()).isEmpty();
    group("amy", "bob");
    assertThat(bob.now()).isEmpty();
    assertThat(dan.now()).containsExactly(proposal.id() + " MERGE");
    String later = scene.policy(scene.policyBody(2));
    assertThat(bob.now()).containsExactly(proposal.id() + " VOTE");
    assertThat(dan.now()).isEmpty();
    Map<String, Object> others = new TreeMap<>(scene.policyBody(1));
    others.put("requirements", List.of(Map.of("approvals", 1, "people", List.of("amy", "ada"))));
    World.as(Person.ADA).edit(later, others);
    assertThat(bob.now()).isEmpty();
    assertThat(dan.now()).containsExactly(proposal.id() + " MERGE");
  }

  @Test
  void when_somebody_is_deactivated_the_others_are_asked_in_their_place() {
    Guest guest = Guest.arrives();
    group("amy", guest.id());
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    Inbox theirs = Inbox.of(guest, scene);
    theirs.until(proposal.id() + " VOTE");
    assertThat(theirs.counted()).isEqualTo(1);
    guest.calls().post(proposal.path("/votes"), proposal.ballot("APPROVE"));
    dan.until(proposal.id() + " MERGE");
    theirs.until();
    assertThat(theirs.counted()).isZero();
    assertThat(amy.now()).isEmpty();
    guest.leaves();
    assertThat(amy.now()).containsExactly(proposal.id() + " VOTE");
    assertThat(dan.now()).isEmpty();
  }

  @Test
  void counts_say_how_much_there_is_for_each_reader() {
    proposed();
    Proposal gone = scene.proposes("/db", "KEY", Text.value());
    World.as(Person.DAN).post(gone.path("/withdraw"), Map.of());
    String counts = "v1/change-requests/counts?project=" + scene.project();
    JsonNode seen = World.as(Person.DAN).get(counts).body();
    assertThat(seen.at("/statuses/OPEN/count").asInt()).isEqualTo(1);
    assertThat(seen.at("/statuses/WITHDRAWN/count").asInt()).isEqualTo(1);
    assertThat(seen.at("/statuses/MERGED/count").asInt()).isZero();
    assertThat(amy.counted()).isPositive();
    assertThat(World.as(Person.AMY).get(counts).body().at("/statuses/OPEN/count").asInt())
        .isEqualTo(1);
    assertThat(Guest.arrives().calls().get(counts).status()).isEqualTo(404);
    assertThat(World.as(Person.ADA).get("v1/change-requests/counts").status()).isEqualTo(200);
  }
}
