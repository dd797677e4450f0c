package io.countersign.tests.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Amended;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.VotingMail;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links that do not let anybody vote: nothing changes, and none of them is told from another. */
class LinkRefusedTest {
  private static final Client NOBODY = World.anonymous();
  private static final Map<String, String> WITH_CODE = Map.of("linkVoting", "WITH_CODE");

  private final Scene scene = Scene.askingFor(2, WITH_CODE);
  private final Proposal proposal = scene.proposes("/db", "KEY", Text.value());

  private static Answer votes(VotingMail mail, Proposal on) {
    return NOBODY.post("v1/links/vote", mail.ballot("APPROVE", on));
  }

  private static Answer unknown() {
    return NOBODY.post("v1/links/inspect", Map.of("token", "A".repeat(43)));
  }

  private void isVoid(VotingMail mail) {
    Answer unknown = unknown();
    assertThat(unknown.status()).isEqualTo(404);
    for (Answer each :
        List.of(
            NOBODY.post("v1/links/inspect", mail.inspection()),
            votes(mail, proposal),
            NOBODY.post("v1/links/vote", mail.ballot("REJECT", proposal, mail.wrong(1))))) {
      assertThat(each.status()).as(each.toString()).isEqualTo(404);
      assertThat(each.body()).isEqualTo(unknown.body());
    }
  }

  private List<String> voters() {
    return proposal.seenBy(Person.ADA).body().path("votes").findValuesAsText("id");
  }

  @Test
  void a_link_that_was_used_is_as_one_that_never_was() {
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    assertThat(votes(mail, proposal).status()).isEqualTo(200);
    isVoid(mail);
    assertThat(voters()).containsExactly("amy");
  }

  @Test
  void two_tabs_at_once_cast_one_vote() {
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    List<CompletableFuture<Integer>> tabs =
        Stream.of("APPROVE", "REJECT", "APPROVE")
            .map(
                decision ->
                    CompletableFuture.supplyAsync(
                        () ->
                            NOBODY.post("v1/links/vote", mail.ballot(decision, proposal)).status()))
            .toList();
    assertThat(tabs.stream().map(CompletableFuture::join).toList())
        .containsOnlyOnce(200)
        .containsOnly(200, 404);
    assertThat(proposal.seenBy(Person.ADA).body().path("timeline").findValuesAsText("type"))
        .containsOnlyOnce("Voted");
  }

  @Test
  void the_link_of_an_old_revision_is_void_and_the_new_ones_is_not() {
    VotingMail old = VotingMail.to(Person.AMY, proposal);
    Proposal next = Amended.rebase(proposal).madeBy(Person.DAN);
    isVoid(old);
    VotingMail fresh = VotingMail.second(Person.AMY, proposal);
    assertThat(votes(fresh, proposal).text("/code")).isEqualTo("stale-digest");
    assertThat(votes(fresh, next).status()).isEqualTo(200);
  }

  @Test
  void an_altered_token_is_nobodys() {
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    String token = mail.token();
    for (String altered :
        List.of(
            token.substring(1) + token.charAt(0),
            token.substring(0, 42),
            token + "A",
            (token.charAt(0) == 'A' ? "B" : "A") + token.substring(1))) {
      Answer answer = NOBODY.post("v1/links/inspect", Map.of("token", altered));
      assertThat(answer.body()).isEqualTo(unknown().body());
    }
    assertThat(votes(mail, proposal).status()).isEqualTo(200);
  }

  @Test
  void after_five_wrong_codes_the_right_one_does_not_help() {
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    for (int i = 1; i <= 5; i++) {
      Answer answer = NOBODY.post("v1/links/vote", mail.ballot("APPROVE", proposal, mail.wrong(i)));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.text("/code")).isEqualTo("wrong-link-code");
      assertThat(answer.text("/title")).isEqualTo("Wrong code");
    }
    isVoid(mail);
    assertThat(voters()).isEmpty();
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(200);
  }

  @Test
  void wrong_codes_at_once_are_five_all_the_same() {
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    List<CompletableFuture<Integer>> guesses =
        Stream.iterate(1, i -> i + 1)
            .limit(9)
            .map(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            NOBODY
                                .post(
                                    "v1/links/vote",
                                    mail.ballot("APPROVE", proposal, mail.wrong(i)))
                                .status()))
            .toList();
    assertThat(guesses.stream().map(CompletableFuture::join).filter(each -> each == 422))
        .hasSize(5);
    isVoid(mail);
  }

  @Test
  void a_vote_of_the_signed_in_person_voids_their_link_and_no_others() {
    VotingMail amys = VotingMail.to(Person.AMY, proposal);
    VotingMail bobs = VotingMail.to(Person.BOB, proposal);
    assertThat(proposal.approve(Person.AMY).status()).isEqualTo(200);
    isVoid(amys);
    assertThat(votes(bobs, proposal).status()).isEqualTo(200);
  }

  @Test
  void a_decision_voids_every_link() {
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    proposal.reject(Person.BOB);
    isVoid(mail);
  }

  @Test
  void who_is_no_approver_any_more_does_not_vote_by_mail() {
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    World.as(Person.ADA).edit("v1/groups/" + scene.project(), scene.group("bob"));
    isVoid(mail);
    assertThat(voters()).isEmpty();
  }

  @Test
  void who_is_deactivated_does_not_vote_by_mail() {
    Guest guest = Guest.arrives();
    World.as(Person.ADA)
        .edit("v1/groups/" + scene.project(), scene.group("amy", "bob", guest.id()));
    Proposal other = scene.proposes("/other", "KEY", Text.value());
    VotingMail mail = VotingMail.to(guest.email(), other);
    guest.leaves();
    assertThat(NOBODY.post("v1/links/inspect", mail.inspection()).body())
        .isEqualTo(unknown().body());
    assertThat(votes(mail, other).status()).isEqualTo(404);
  }

  @Test
  void the_address_that_was_corrected_votes_no_more() {
    Guest guest = Guest.arrives();
    World.as(Person.ADA)
        .edit("v1/groups/" + scene.project(), scene.group("amy", "bob", guest.id()));
    Proposal other = scene.proposes("/other", "KEY", Text.value());
    VotingMail mail = VotingMail.to(guest.email(), other);
    guest.moves("new-" + guest.email());
    assertThat(NOBODY.post("v1/links/inspect", mail.inspection()).body())
        .isEqualTo(unknown().body());
    assertThat(votes(mail, other).body()).isEqualTo(unknown().body());
  }

  @Test
  void a_policy_that_does_not_allow_it_voids_every_link_for_good() {
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    String policies = scene.path("/policies");
    String id = World.as(Person.ADA).get(policies).text("/items/0/id");
    Map<String, Object> body = new TreeMap<>(scene.policyBody(2));
    assertThat(World.as(Person.ADA).edit(policies + "/" + id, body).status()).isEqualTo(200);
    isVoid(mail);
    body.putAll(WITH_CODE);
    assertThat(World.as(Person.ADA).edit(policies + "/" + id, body).status()).isEqualTo(200);
    isVoid(mail);
  }

  @Test
  void without_the_policys_word_mails_have_the_plain_link() {
    Proposal plain = Scene.askingFor(1).proposes("/db", "KEY", Text.value());
    plain.until(
        page -> page.path("deliveries").findValuesAsText("status").equals(List.of("SENT", "SENT")));
    assertThat(World.stack().mails().to(Person.AMY.email()))
        .filteredOn(mail -> mail.text().contains("/requests/" + plain.id()))
        .isNotEmpty()
        .allSatisfy(
            mail ->
                assertThat(mail.text() + mail.html())
                    .doesNotContain("#vote=")
                    .doesNotContain("Code:"));
  }

  @Test
  void what_is_malformed_is_told_before_anything_is_looked_at() {
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    for (int i = 0; i < 7; i++) {
      Answer answer = NOBODY.post("v1/links/vote", mail.ballot("APPROVE", proposal, "12a456"));
      assertThat(answer.text("/code")).isEqualTo("invalid-field");
    }
    assertThat(NOBODY.post("v1/links/vote", mail.ballot("RETRACT", proposal)).status())
        .isEqualTo(422);
    assertThat(NOBODY.post("v1/links/inspect", Map.of()).status()).isIn(400, 422);
    assertThat(NOBODY.post("v1/links/inspect", "{").status()).isEqualTo(400);
    assertThat(votes(mail, proposal).status()).isEqualTo(200);
  }
}
