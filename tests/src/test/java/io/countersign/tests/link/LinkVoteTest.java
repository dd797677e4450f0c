package io.countersign.tests.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.VotingMail;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Votes by the link and the code in a mail. */
class LinkVoteTest {
  private static final Client NOBODY = World.anonymous();
  private static final Map<String, String> WITH_CODE = Map.of("linkVoting", "WITH_CODE");

  @Test
  void an_approver_votes_by_link_and_code_and_the_vote_is_marked() {
    Scene scene = Scene.askingFor(1, WITH_CODE);
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    VotingMail mail = VotingMail.to(Person.AMY, proposal);
    Answer seen = NOBODY.post("v1/links/inspect", mail.inspection());
    assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
    assertThat(seen.text("/digest")).isEqualTo(proposal.digest());
    assertThat(seen.text("/voter/id")).isEqualTo("amy");
    assertThat(seen.body().path("changes").toString()).contains("KEY", "/db");
    Answer cast = NOBODY.post("v1/links/vote", mail.ballot("APPROVE", proposal));
    assertThat(cast.status()).as(cast.toString()).isEqualTo(200);
    assertThat(cast.text("/via")).isEqualTo("mail");
    assertThat(cast.body().path("agreed").asBoolean()).isTrue();
    JsonNode page = proposal.seenBy(Person.DAN).body();
    assertThat(page.at("/votes/0/person/id").asText()).isEqualTo("amy");
    assertThat(page.at("/votes/0/via").asText()).isEqualTo("mail");
    assertThat(page.at("/policies/0/linkVoting").asText()).isEqualTo("WITH_CODE");
    assertThat(page.path("timeline").findValuesAsText("text"))
        .contains("approved by mail: as seen in the mail");
    assertThat(page.path("timeline").findValuesAsText("via")).containsExactly("mail");
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.BUS.typesUntil(proposal.id(), "Request Voted")).contains("Request Voted");
  }

  @Test
  void what_the_votes_make_agreed_merges_by_itself_where_the_policy_says_so() {
    Scene scene = Scene.askingFor(2, Map.of("linkVoting", "WITH_CODE", "autoMerge", true));
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    for (Person voter : List.of(Person.AMY, Person.BOB)) {
      VotingMail mail = VotingMail.to(voter, proposal);
      assertThat(NOBODY.post("v1/links/vote", mail.ballot("APPROVE", proposal)).status())
          .isEqualTo(200);
    }
    proposal.untilIt("MERGED");
  }

  @Test
  void a_rejection_by_mail_ends_the_request() {
    Proposal proposal = Scene.askingFor(1, WITH_CODE).proposes("/db", "KEY", Text.value());
    VotingMail mail = VotingMail.to(Person.BOB, proposal);
    Answer cast = NOBODY.post("v1/links/vote", mail.ballot("REJECT", proposal));
    assertThat(cast.text("/status")).isEqualTo("REJECTED");
    assertThat(proposal.status()).isEqualTo("REJECTED");
  }

  @Test
  void the_same_call_made_again_is_answered_the_same() {
    Proposal proposal = Scene.askingFor(1, WITH_CODE).proposes("/db", "KEY", Text.value());
    Map<String, Object> ballot = VotingMail.to(Person.AMY, proposal).ballot("APPROVE", proposal);
    Client keyed = NOBODY.with("Idempotency-Key", "vote-" + proposal.id());
    Answer first = keyed.post("v1/links/vote", ballot);
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(keyed.post("v1/links/vote", ballot).body()).isEqualTo(first.body());
    assertThat(proposal.seenBy(Person.ADA).body().path("votes")).hasSize(1);
  }

  @Test
  void what_a_policy_change_lowers_names_it() {
    Scene scene = Scene.unprotected();
    String policy = scene.policy(scene.policyBody(1));
    Map<String, Object> body = new TreeMap<>(scene.policyBody(1));
    body.putAll(WITH_CODE);
    Answer edited = World.as(Person.ADA).edit(policy, body);
    assertThat(edited.text("/linkVoting")).isEqualTo("WITH_CODE");
    assertThat(edited.body().path("lowers").toString()).contains("approvers may vote by mail");
    body.put("linkVoting", "MAYBE");
    assertThat(World.as(Person.ADA).edit(policy, body).status()).isEqualTo(422);
  }
}
