package io.countersign.tests.bypass;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When nobody goes around the approvers. */
class BypassRefusedTest {
  private static final String WHY = "The provider has leaked it.";
  private static final Map<String, ?> ANYONE = Map.of("bypass", Map.of("who", "ANYONE"));

  private Scene scene = Scene.askingFor(1, ANYONE);
  private Proposal proposal = proposed();

  private Proposal proposed() {
    return scene.proposes("/db", "KEY", Text.value());
  }

  private void on(Map<String, ?> terms) {
    scene = Scene.askingFor(1, terms);
    proposal = proposed();
  }

  private Answer refused(int status, String code) {
    return refused(proposal.bypass(Person.DAN, WHY), status, code);
  }

  private static Answer refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.text("/code")).isEqualTo(code);
    return answer;
  }

  @AfterEach
  void nothing_was_applied() {
    assertThat(World.SECRETS.version(scene.secret("/db"))).isNull();
  }

  @Test
  void it_is_off_by_default_and_says_who_could_allow_it() {
    on(Map.of());
    Answer answer = refused(403, "may-not-bypass");
    assertThat(answer.text("/reasons/0/code")).isEqualTo("bypass-not-allowed");
    assertThat(answer.text("/reasons/0/message")).contains("lets nobody bypass it");
    assertThat(answer.text("/reasons/0/clearedBy/0/name")).isEqualTo("Ada Admin");
    Answer page = proposal.seenBy(Person.DAN);
    assertThat(page.body().at("/mayNot/0/reasons")).isEqualTo(answer.body().path("reasons"));
    assertThat(page.body().path("may").toString()).doesNotContain("bypass");
  }

  @Test
  void where_some_are_chosen_nobody_else_may() {
    on(Map.of("bypass", Map.of("who", "CHOSEN", "people", List.of("amy"))));
    assertThat(refused(403, "may-not-bypass").text("/reasons/0/message"))
        .contains("only chosen people");
  }

  @Test
  void only_its_author_may() {
    for (Person other : List.of(Person.AMY, Person.ADA)) {
      refused(proposal.bypass(other, WHY), 403, "not-the-author");
    }
    Guest stranger = Guest.arrives();
    Map<String, String> body = Map.of("digest", proposal.digest(), "reason", WHY);
    refused(stranger.calls().post(proposal.path("/bypass"), body), 404, "not-found");
    refused(stranger.calls().post(proposal.path("/acknowledge"), Map.of()), 404, "not-found");
  }

  @Test
  void a_policy_that_was_closed_since_holds() {
    Answer policies = World.as(Person.ADA).get(scene.path("/policies"));
    String policy = scene.path("/policies/" + policies.text("/items/0/id"));
    World.as(Person.ADA).edit(policy, scene.policyBody(1));
    refused(403, "may-not-bypass");
  }

  @Test
  void a_policy_that_was_opened_since_does_not_help_before_a_new_revision() {
    on(Map.of());
    Answer policies = World.as(Person.ADA).get(scene.path("/policies"));
    String policy = scene.path("/policies/" + policies.text("/items/0/id"));
    Map<String, Object> open = new TreeMap<>(scene.policyBody(1));
    open.putAll(ANYONE);
    World.as(Person.ADA).edit(policy, open);
    Answer answer = refused(403, "may-not-bypass");
    assertThat(answer.text("/reasons/0/code")).isEqualTo("bypass-not-bound");
    assertThat(answer.text("/reasons/0/message")).endsWith("revise the request.");
    assertThat(answer.text("/reasons/0/clearedBy/0/id")).isEqualTo("dan");
  }

  @Test
  void what_is_agreed_is_merged_instead() {
    proposal.approve(Person.AMY);
    refused(409, "agreed");
    World.as(Person.AMY).post(proposal.path("/votes"), proposal.ballot("RETRACT"));
    assertThat(proposal.seenBy(Person.DAN).body().path("may").toString()).contains("bypass");
  }

  @Test
  void the_digest_is_the_one_that_was_seen() {
    Answer stale = new Proposal(proposal.id(), "0".repeat(64)).bypass(Person.DAN, WHY);
    refused(stale, 409, "stale-digest");
    assertThat(stale.text("/present/digest")).isEqualTo(proposal.digest());
  }

  @Test
  void a_reason_is_given_that_people_can_read() {
    refused(proposal.bypass(Person.DAN, "Urgent"), 422, "reason-too-short");
    refused(
        proposal.bypass(Person.DAN, "a \u200b b \u2800 c \u0301\u0301 d"), 422, "reason-too-short");
    refused(proposal.bypass(Person.DAN, " \u200b "), 422, "invalid-field");
    refused(proposal.bypass(Person.DAN, "x".repeat(4097)), 422, "invalid-field");
    refused(
        World.as(Person.DAN).post(proposal.path("/bypass"), Map.of("digest", proposal.digest())),
        400,
        "invalid-field");
  }

  @Test
  void what_has_ended_is_not_bypassed() {
    World.as(Person.DAN).post(proposal.path("/withdraw"), Map.of());
    Answer answer = refused(409, "withdrawn");
    assertThat(answer.text("/present/status")).isEqualTo("WITHDRAWN");
    assertThat(proposal.seenBy(Person.DAN).body().path("mayNot")).isEmpty();
  }

  @Test
  void an_author_who_may_not_propose_there_any_more_may_not() {
    World.as(Person.ADA)
        .edit(scene.path("/bindings/dan"), Map.of("role", "viewer", "person", "dan"));
    refused(403, "author-not-entitled");
  }
}
