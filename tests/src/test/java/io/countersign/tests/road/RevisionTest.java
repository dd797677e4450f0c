package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Amended;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A request gets another revision. */
class RevisionTest {
  private final Scene scene = Scene.askingFor(1);
  private final String value = Text.value();

  private Proposal proposed() {
    scene.holds("/db", "{\"KEY\":\"old\",\"OTHER\":1}");
    return scene.proposes("/db", "KEY", value);
  }

  /** The names of the places where its values are. */
  private static List<String> places(Proposal proposal) {
    return World.SECRETS.names("countersign-pending/" + proposal.id() + "/");
  }

  @Test
  void after_a_conflict_it_is_rebased_agreed_on_and_merged_without_the_value_being_sent_again() {
    Proposal first = proposed();
    first.approve(Person.AMY);
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"theirs\",\"OTHER\":2}");
    assertThat(first.merge(Person.DAN).text("/code")).isEqualTo("keys-changed");
    assertThat(first.seenBy(Person.DAN).body().path("may").toString()).contains("\"revise\"");

    Answer answer = Amended.rebase(first).by(Person.DAN);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Location")).isEqualTo("/v1/change-requests/" + first.id());
    assertThat(answer.body().path("revision").asInt()).isEqualTo(2);
    assertThat(answer.body().path("agreed").asBoolean()).isFalse();
    Proposal second = new Proposal(first.id(), answer.text("/digest"));

    assertThat(first.approve(Person.AMY).text("/code")).isEqualTo("stale-digest");
    assertThat(second.merge(Person.DAN).text("/reasons/0/code")).isEqualTo("approvals-missing");
    second.approve(Person.BOB);
    assertThat(first.merge(Person.DAN).text("/code")).isEqualTo("stale-digest");
    assertThat(second.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(scene.secret("/db")))
        .isEqualTo("{\"KEY\":\"" + value + "\",\"OTHER\":2}");
    assertThat(places(first)).isEmpty();
    assertThat(World.BUS.typesUntil(first.id(), "Secrets Changed"))
        .containsSubsequence("Request Conflicted", "Request Revised", "Request Agreed");
  }

  @Test
  void who_saw_which_revision_stays_in_the_history() {
    Proposal first = proposed();
    first.approve(Person.AMY);
    Proposal second =
        Amended.to(first, "/db", Map.of("delete", List.of("OTHER")))
            .keeping("/db", "KEY")
            .with("title", "A change of two")
            .with("message", "And one less.")
            .madeBy(Person.DAN);
    second.approve(Person.BOB);
    JsonNode page = second.seenBy(Person.DAN).body();
    assertThat(page.path("title").asText()).isEqualTo("A change of two");
    assertThat(page.path("votes")).hasSize(1);
    assertThat(page.at("/votes/0/digest").asText()).isEqualTo(second.digest());
    assertThat(page.path("revisions").findValuesAsText("digest"))
        .containsExactly(first.digest(), second.digest());
    assertThat(page.path("revisions").findValuesAsText("number")).containsExactly("1", "2");
    assertThat(page.at("/timeline/1/digest").asText()).isEqualTo(first.digest());
    assertThat(page.at("/timeline/3/type").asText()).isEqualTo("Revised");
    assertThat(page.at("/timeline/3/text").asText()).isEqualTo("Revision 2: A change of two");

    Answer former = World.as(Person.AMY).get(first.path("/revisions/" + first.digest()));
    assertThat(former.body().path("present").asBoolean()).isFalse();
    assertThat(former.body().at("/changes/0/operations")).hasSize(1);
    Answer present = World.as(Person.AMY).get(first.path("/revisions/" + second.digest()));
    assertThat(present.body().path("present").asBoolean()).isTrue();
    assertThat(present.body().path("message").asText()).isEqualTo("And one less.");
    assertThat(present.body().at("/changes/0/operations")).hasSize(2);
    assertThat(World.as(Person.AMY).get(first.path("/revisions/" + "0".repeat(64))).status())
        .isEqualTo(404);
  }

  @Test
  void approvers_are_told_of_each_revision() {
    Proposal second = Amended.rebase(proposed()).madeBy(Person.DAN);
    for (Person approver : List.of(Person.AMY, Person.BOB)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  World.stack().mails().to(approver.email()).stream()
                      .anyMatch(
                          mail ->
                              mail.text().contains(second.id() + ", revision 2")
                                  && mail.text().contains("votes on earlier revisions are void")));
    }
  }

  @Test
  void what_is_left_out_is_not_merged_and_its_value_is_gone_at_once() {
    Proposal first = proposed();
    String other = Text.value();
    Proposal second =
        Amended.to(first, "/db", Map.of("set", Map.of("NEW", other))).madeBy(Person.DAN);
    assertThat(places(first)).hasSize(1);
    second.approve(Person.AMY);
    assertThat(second.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(scene.secret("/db")))
        .isEqualTo("{\"KEY\":\"old\",\"OTHER\":1,\"NEW\":\"" + other + "\"}");
  }

  @Test
  void what_is_kept_unchanged_still_conflicts_with_what_others_wrote_since() {
    Proposal first = proposed();
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"theirs\",\"OTHER\":1}");
    Proposal second =
        Amended.to(first, "/db", Map.of("set", Map.of("NEW", Text.value())))
            .keeping("/db", "KEY")
            .madeBy(Person.DAN);
    second.approve(Person.AMY);
    Answer conflict = second.merge(Person.DAN);
    assertThat(conflict.text("/code")).isEqualTo("keys-changed");
    assertThat(conflict.text("/detail")).contains("KEY");
    assertThat(World.SECRETS.text(scene.secret("/db")))
        .isEqualTo("{\"KEY\":\"theirs\",\"OTHER\":1}");
  }

  @Test
  void a_value_kept_over_several_revisions_is_merged_as_it_was_first_proposed() {
    Proposal proposal = proposed();
    for (int i = 0; i < 3; i++) {
      World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"theirs-" + i + "\"}");
      proposal = Amended.rebase(proposal).madeBy(Person.DAN);
    }
    assertThat(places(proposal)).hasSize(2);
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(scene.secret("/db"))).isEqualTo("{\"KEY\":\"" + value + "\"}");
  }

  @Test
  void who_takes_it_over_is_its_author_and_whoever_was_one_never_approves() {
    Guest guest = developer();
    scene.policy(
        Map.of(
            "name", "Dan or Amy",
            "targets", List.of(Map.of("environment", "prod")),
            "requirements",
                List.of(Map.of("approvals", 1, "people", List.of("dan", "amy", guest.id())))));
    Proposal first = proposed();
    Answer taken = Amended.rebase(first).by(guest.calls());
    assertThat(taken.text("/author/id")).isEqualTo(guest.id());
    Proposal second = new Proposal(first.id(), taken.text("/digest"));
    assertThat(second.approve(Person.DAN).text("/code")).isEqualTo("own-request");
    assertThat(guest.calls().post(second.path("/votes"), second.ballot("APPROVE")).text("/code"))
        .isEqualTo("own-request");
    assertThat(World.as(Person.DAN).post(second.path("/withdraw"), Map.of()).text("/code"))
        .isEqualTo("may-not-withdraw");
    JsonNode sealed = World.as(Person.DAN).get(second.path("/revisions/" + second.digest())).body();
    assertThat(sealed.path("authors").findValuesAsText("id")).containsExactly("dan", guest.id());
    second.approve(Person.AMY);
    assertThat(
            guest.calls().post(second.path("/merge"), Map.of("digest", second.digest())).status())
        .isEqualTo(200);
    assertThat(World.SECRETS.text(scene.secret("/db"))).contains(value);
  }

  private Guest developer() {
    Guest guest = Guest.arrives();
    assertThat(
            World.as(Person.ADA)
                .put(
                    scene.path("/bindings/" + guest.id()),
                    Map.of("role", "developer", "person", guest.id()))
                .status())
        .isEqualTo(201);
    return guest;
  }

  @Test
  void what_somebody_wrote_who_is_gone_is_merged_once_another_has_taken_it_over() {
    Guest guest = developer();
    scene.holds("/db", "{}");
    Map<String, Object> body = scene.submission("/db", Map.of("set", Map.of("KEY", value)));
    Answer made = guest.calls().post("v1/change-requests", body);
    Proposal first = new Proposal(made.text("/id"), made.text("/digest"));
    first.approve(Person.AMY);
    guest.leaves();
    Answer refused = first.merge(Person.AMY);
    assertThat(refused.text("/reasons/0/code")).isEqualTo("author-not-entitled");
    assertThat(refused.body().at("/reasons/0/clearedBy").findValuesAsText("id"))
        .contains("dan")
        .doesNotContain(guest.id());

    assertThat(Amended.rebase(first).by(Person.AMY).text("/code")).isEqualTo("may-not-revise");
    Proposal second = Amended.rebase(first).madeBy(Person.DAN);
    assertThat(second.seenBy(Person.DAN).text("/author/id")).isEqualTo("dan");
    second.approve(Person.AMY);
    assertThat(second.merge(Person.AMY).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(scene.secret("/db"))).isEqualTo("{\"KEY\":\"" + value + "\"}");
  }

  @Test
  void a_policy_that_was_removed_frees_the_next_revision_only() {
    Scene free = Scene.unprotected();
    String policy = free.policy(free.policyBody(1));
    Proposal first = free.proposes("/db", "KEY", value);
    Client ada = World.as(Person.ADA);
    ada.with("If-Match", ada.get(policy).header("ETag")).delete(policy);
    assertThat(first.merge(Person.DAN).text("/code")).isEqualTo("not-agreed");
    assertThat(Amended.rebase(first).by(Person.DAN).status()).isEqualTo(202);
    first.until(page -> page.path("status").asText().equals("MERGED"));
    assertThat(World.SECRETS.text(free.secret("/db"))).isEqualTo("{\"KEY\":\"" + value + "\"}");
    assertThat(World.BUS.typesUntil(first.id(), "Secrets Changed"))
        .containsExactly(
            "Request Submitted",
            "Request Revised",
            "Request Merge Started",
            "Request Merged",
            "Secrets Changed");
  }

  @Test
  void the_answer_of_a_rebase_does_not_tell_whether_values_are_equal() {
    scene.holds("/same", "{\"KEY\":\"old\"}");
    scene.holds("/else", "{\"KEY\":\"old\"}");
    Proposal same = scene.proposes("/same", "KEY", value);
    Proposal other = scene.proposes("/else", "KEY", value);
    World.SECRETS.write(scene.secret("/same"), "{\"KEY\":\"" + value + "\"}");
    World.SECRETS.write(scene.secret("/else"), "{\"KEY\":\"" + Text.value() + "\"}");
    for (String base : List.of("unchanged", "present")) {
      Answer one = Amended.rebase(same).with("base", base).by(Person.DAN);
      Answer two = Amended.rebase(other).with("base", base).by(Person.DAN);
      same = new Proposal(same.id(), one.text("/digest"));
      other = new Proposal(other.id(), two.text("/digest"));
      assertThat(withoutNames(one)).isEqualTo(withoutNames(two));
      assertThat(same.seenBy(Person.DAN).body().at("/changes/0/operations"))
          .isEqualTo(other.seenBy(Person.DAN).body().at("/changes/0/operations"));
    }
  }

  private static String withoutNames(Answer answer) {
    return answer
        .body()
        .toString()
        .replaceAll("\"(id|digest|createdAt|expiresAt)\":\"[^\"]*\"", "\"$1\"");
  }

  @Test
  void a_repeated_revision_is_answered_with_the_one_that_was_made() {
    Proposal first = proposed();
    Client keyed = World.as(Person.DAN).with("Idempotency-Key", "once");
    Answer made = Amended.rebase(first).by(keyed);
    Answer again = Amended.rebase(first).by(keyed);
    assertThat(made.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(made.body());
    assertThat(Amended.rebase(first).with("base", "unchanged").by(keyed).text("/code"))
        .isEqualTo("idempotency-key-reused");
    assertThat(Amended.rebase(first).by(Person.DAN).text("/code")).isEqualTo("stale-digest");
  }
}
