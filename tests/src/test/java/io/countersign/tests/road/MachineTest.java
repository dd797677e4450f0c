package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Robot;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A machine that Amy owns proposes; people who do not answer for it agree. */
class MachineTest {
  private final Client ada = World.as(Person.ADA);
  private final Robot robot = Robot.shared();

  @AfterEach
  void amyOwnsIt() {
    robot.write("amy");
  }

  private Scene scene(int approvals) {
    Scene scene = Scene.askingFor(approvals);
    robot.developsIn(scene);
    return scene;
  }

  @Test
  void a_machine_proposes_and_somebody_who_does_not_own_it_agrees() {
    Scene scene = scene(1);
    String value = Text.value();
    Proposal proposal = robot.proposes(scene, "/db", "PASSWORD", value);
    assertThat(code(vote(robot.calls(), proposal), 403)).isEqualTo("machines-never-vote");
    assertThat(code(proposal.approve(Person.AMY), 403)).isEqualTo("own-machine");
    assertThat(code(proposal.reject(Person.AMY), 403)).isEqualTo("own-machine");
    JsonNode page = proposal.seenBy(Person.BOB).body();
    assertThat(page.at("/author/id").asText()).isEqualTo("machine:robot");
    assertThat(page.at("/author/kind").asText()).isEqualTo("MACHINE");
    assertThat(page.at("/reasons/0/clearedBy").findValuesAsText("id")).containsExactly("bob");
    assertThat(proposal.approve(Person.BOB).status()).isEqualTo(200);
    Answer merged =
        robot.calls().post(proposal.path("/merge"), Map.of("digest", proposal.digest()));
    assertThat(merged.text("/status")).as(merged.toString()).isEqualTo("MERGED");
    assertThat(World.SECRETS.text(scene.secret("/db"))).contains(value);
    assertThat(proposal.seenBy(Person.BOB).body().path("timeline").findValuesAsText("kind"))
        .containsExactly("MACHINE", "PERSON", "MACHINE");
  }

  @Test
  void its_owner_is_mailed_as_an_author_is_and_sees_its_request() {
    Scene scene = scene(1);
    Proposal proposal = robot.proposes(scene, "/db", "KEY", Text.value());
    assertThat(proposal.seenBy(Person.AMY).status()).isEqualTo(200);
    proposal.reject(Person.BOB);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                proposal.seenBy(Person.ADA).body().path("deliveries").findParents("event").stream()
                    .filter(each -> each.path("event").asText().equals("Rejected"))
                    .anyMatch(each -> each.at("/person/id").asText().equals("amy")));
  }

  @Test
  void an_owner_since_does_not_count_and_an_owner_before_stays_barred() {
    Scene scene = scene(1);
    Proposal proposal = robot.proposes(scene, "/db", "KEY", Text.value());
    proposal.approve(Person.BOB);
    assertThat(robot.write("bob").status()).isEqualTo(200);
    Answer refused = proposal.merge(Person.ADA);
    assertThat(code(refused, 409)).isEqualTo("not-agreed");
    JsonNode vote = proposal.seenBy(Person.ADA).body().at("/votes/0");
    assertThat(vote.path("counts").asBoolean()).isFalse();
    assertThat(vote.path("why").asText()).contains("has owned the machine");
    assertThat(robot.write("ada").status()).isEqualTo(200);
    assertThat(code(proposal.approve(Person.AMY), 403)).isEqualTo("own-machine");
    assertThat(code(proposal.merge(Person.ADA), 409)).isEqualTo("not-agreed");
    assertThat(former()).contains("amy", "bob");
  }

  @Test
  void who_came_to_own_it_since_may_not_vote() {
    Scene scene = scene(1);
    Proposal proposal = robot.proposes(scene, "/db", "KEY", Text.value());
    assertThat(robot.write("bob").status()).isEqualTo(200);
    assertThat(proposal.seenBy(Person.BOB).body().path("may").toString()).doesNotContain("approve");
    assertThat(code(proposal.approve(Person.BOB), 403)).isEqualTo("own-machine");
    assertThat(code(proposal.reject(Person.BOB), 403)).isEqualTo("own-machine");
    assertThat(robot.write("amy").status()).isEqualTo(200);
  }

  private List<String> former() {
    return ada.get("v1/machines/robot").body().path("formerOwners").findValuesAsText("id");
  }

  @Test
  void what_only_its_owners_could_approve_is_refused() {
    Scene scene = scene(2);
    Answer answer =
        robot
            .calls()
            .post(
                "v1/change-requests",
                scene.submission("/db", Map.of("set", Map.of("KEY", Text.value()))));
    assertThat(code(answer, 422)).isEqualTo("nobody-could-approve");
    assertThat(answer.text("/reasons/0/message")).contains("owners of a machine");
  }

  @Test
  void it_is_found_by_its_requests() {
    Scene scene = scene(1);
    Proposal proposal = robot.proposes(scene, "/db", "KEY", Text.value());
    scene.proposes("/db", "OTHER", Text.value());
    Answer list = ada.get("v1/change-requests?author=machine:robot&project=" + scene.project());
    assertThat(list.body().path("items").findValuesAsText("status")).hasSize(1);
    assertThat(list.text("/items/0/id")).isEqualTo(proposal.id());
    assertThat(ada.get("v1/change-requests?author=machine:").status()).isEqualTo(422);
  }

  @Test
  void it_knows_itself_and_the_directory_knows_it() {
    Scene scene = scene(1);
    JsonNode me = robot.calls().get("v1/me").body();
    assertThat(me.path("person").isNull()).isTrue();
    assertThat(me.at("/machine/id").asText()).isEqualTo("robot");
    assertThat(me.at("/machine/owners").findValuesAsText("id")).containsExactly("amy");
    assertThat(me.path("projects").findValuesAsText("id")).contains(scene.project());
    assertThat(ada.get("v1/machines").body().path("items").findValuesAsText("id"))
        .contains("robot");
    assertThat(ada.get("v1/machines/nobody").status()).isEqualTo(404);
  }

  @Test
  void deactivated_it_may_nothing_and_holds_up_what_it_wrote() {
    Scene scene = scene(1);
    Proposal proposal = robot.proposes(scene, "/db", "KEY", Text.value());
    proposal.approve(Person.BOB);
    ada.edit(
        "v1/machines/robot", Map.of("name", "Robot", "owners", List.of("amy"), "active", false));
    try {
      assertThat(code(robot.calls().get("v1/me"), 403)).isEqualTo("deactivated");
      Answer refused = proposal.merge(Person.ADA);
      assertThat(code(refused, 409)).isEqualTo("not-agreed");
      assertThat(refused.text("/reasons/0/code")).isEqualTo("author-not-entitled");
    } finally {
      ada.edit(
          "v1/machines/robot", Map.of("name", "Robot", "owners", List.of("amy"), "active", true));
    }
    assertThat(proposal.merge(Person.ADA).text("/status")).isEqualTo("MERGED");
  }

  @Test
  void a_client_is_never_a_person_nor_a_person_a_machine() {
    Guest guest = Guest.stranger();
    Map<String, Object> person = Map.of("issuer", World.issuer(), "subject", guest.subject());
    Map<String, Object> stray =
        Map.of("name", "Stray", "owners", List.of("amy"), "subject", person);
    assertThat(ada.put("v1/machines/stray", stray).status()).isEqualTo(201);
    assertThat(code(guest.calls().get("v1/me"), 403)).isEqualTo("not-a-machine");
    assertThat(code(guest.isLetIn(), 409)).isEqualTo("subject-bound");
    assertThat(code(robot.calls().post("v1/join", Map.of("name", "Robot")), 403))
        .isEqualTo("not-a-person");
    assertThat(code(robot.calls().post("v1/bootstrap", World.bootstrap("any", Person.EVE)), 403))
        .isEqualTo("not-a-person");
  }

  @Test
  void moved_to_another_client_it_is_nobody_from_then_on() {
    Map<String, Object> away = Map.of("issuer", World.issuer(), "subject", "a-client-that-is-away");
    Map<String, Object> body = Map.of("name", "Robot", "owners", List.of("amy"), "subject", away);
    assertThat(ada.edit("v1/machines/robot", body).status()).isEqualTo(200);
    try {
      assertThat(code(robot.calls().get("v1/me"), 403)).isEqualTo("unknown-machine");
    } finally {
      robot.write("amy");
    }
    assertThat(robot.calls().get("v1/me").status()).isEqualTo(200);
  }

  @Test
  void its_subject_is_for_itself_and_whoever_may_write_the_directory() {
    assertThat(ada.get("v1/machines/robot").text("/subject/subject"))
        .isEqualTo(robot.client().id());
    assertThat(robot.calls().get("v1/machines/robot").text("/subject/subject"))
        .isEqualTo(robot.client().id());
    assertThat(World.as(Person.DAN).get("v1/machines/robot").body().has("subject")).isFalse();
  }

  @Test
  void a_client_of_the_deployment_is_bound_to_no_person() {
    Map<String, Object> client = Map.of("issuer", World.issuer(), "subject", robot.client().id());
    Map<String, Object> puppet =
        Map.of("name", "Puppet", "email", "puppet@example.com", "subject", client);
    Answer refused = ada.put("v1/people/puppet", puppet);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/rule")).isEqualTo("client");
    assertThat(ada.get("v1/people/puppet").status()).isEqualTo(404);
  }

  private static Answer vote(Client client, Proposal proposal) {
    return client.post(proposal.path("/votes"), proposal.ballot("APPROVE"));
  }

  private static String code(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    return answer.text("/code");
  }
}
