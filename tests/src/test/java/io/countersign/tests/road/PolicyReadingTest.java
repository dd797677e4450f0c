package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What governs a document, what did before, and which policies are in each other's way. */
class PolicyReadingTest {
  private final Scene scene = Scene.unprotected();
  private final Client ada = World.as(Person.ADA);

  @Test
  void what_governs_a_document_is_told_with_the_reason_and_the_people() {
    String whole = id(scene.policy(scene.policyBody(2)));
    String exact = id(scene.policy(on("/db", 1)));
    JsonNode db = effective("/db");
    assertThat(db.path("unprotected").asBoolean()).isFalse();
    assertThat(db.at("/policies/0/id").asText()).isEqualTo(exact);
    assertThat(db.at("/policies/0/rank").asText()).isEqualTo("EXACT");
    assertThat(db.at("/policies/0/target/path").asText()).isEqualTo("/db");
    assertThat(db.at("/policies/0/requirements/0/approvers").findValuesAsText("name"))
        .containsExactly("Amy Approver", "Bob Approver");
    assertThat(db.at("/beaten").findValuesAsText("id")).containsExactly(whole);
    assertThat(db.at("/beaten/0/rank").asText()).isEqualTo("ENVIRONMENT");
    assertThat(db.at("/beaten/0/lowers").findValuesAsText("message"))
        .containsExactly("approvals needed: 1 instead of 2");
    assertThat(db.at("/writers").findValuesAsText("id")).containsExactly("ada");
    assertThat(World.as(Person.DAN).get(scene.path("/policies")).body().path("writers"))
        .isEqualTo(db.path("writers"));
    assertThat(effective("/web").at("/policies/0/id").asText()).isEqualTo(whole);
  }

  @Test
  void what_no_policy_governs_is_told_to_be_unprotected() {
    scene.policy(on("/db", 1));
    JsonNode web = effective("/web");
    assertThat(web.path("unprotected").asBoolean()).isTrue();
    assertThat(web.path("policies")).isEmpty();
  }

  @Test
  void whether_authors_could_approve_their_own_is_told_of_each_policy() {
    scene.policy(on("/db", 1));
    Map<String, Object> own = new TreeMap<>(on("/own", 1));
    own.put("selfApproval", true);
    scene.policy(own);
    assertThat(effective("/db").at("/policies/0/selfApproval")).isEqualTo(BooleanNode.FALSE);
    assertThat(effective("/own").at("/policies/0/selfApproval")).isEqualTo(BooleanNode.TRUE);
  }

  @Test
  void who_left_could_no_longer_approve() {
    Guest guest = Guest.arrives();
    ada.edit("v1/groups/" + scene.project(), scene.group("amy", guest.id()));
    scene.policy(scene.policyBody(1));
    assertThat(approvers()).containsExactlyInAnyOrder("amy", guest.id());
    guest.leaves();
    assertThat(approvers()).containsExactly("amy");
  }

  private List<String> approvers() {
    return effective("/db").at("/policies/0/requirements/0/approvers").findValuesAsText("id");
  }

  @ParameterizedTest
  @CsvSource({
    "environment=prod, 400, path, required",
    "path=/db, 400, environment, required",
    "environment=test&path=/db, 422, environment, unknown-environment",
    "environment=prod&path=db, 422, path, path",
    "environment=prod&path=/a/../b, 422, path, path",
    "environment=prod&path=/db&when=now, 400, when, unknown"
  })
  void a_bad_question_is_refused(String query, int status, String field, String rule) {
    Answer answer = ada.get(scene.path("/policies/effective?" + query));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/rule")).isEqualTo(rule);
  }

  @Test
  void every_version_of_a_policy_stays_readable_with_who_wrote_it_and_when() {
    String policy = scene.policy(scene.policyBody(1));
    ada.edit(policy, scene.policyBody(2));
    ada.with("If-Match", ada.get(policy).header("ETag")).delete(policy);
    JsonNode items = ada.get(policy + "/versions").body().path("items");
    assertThat(items.findValuesAsText("change")).containsExactly("WRITTEN", "WRITTEN", "REMOVED");
    assertThat(items.at("/0/policy/requirements/0/approvals").asInt()).isEqualTo(1);
    assertThat(items.at("/1/policy/requirements/0/approvals").asInt()).isEqualTo(2);
    assertThat(items.at("/2/by/id").asText()).isEqualTo("ada");
    assertThat(items.findValuesAsText("at")).isSorted();
  }

  @Test
  void strangers_to_the_project_learn_nothing_of_its_policies() {
    String policy = scene.policy(scene.policyBody(1));
    Client guest = Guest.arrives().calls();
    assertThat(guest.get(policy + "/versions").status()).isEqualTo(404);
    assertThat(guest.get(scene.path("/policies/effective?environment=prod&path=/db")).status())
        .isEqualTo(404);
    assertThat(ada.get(scene.path("/policies/policy-never/versions")).status()).isEqualTo(404);
    assertThat(World.as(Person.EVE).get(policy + "/versions").status()).isEqualTo(403);
  }

  @Test
  void who_writes_a_policy_is_warned_of_those_in_its_way() {
    Answer first = ada.post(scene.path("/policies"), scene.policyBody(1));
    assertThat(first.body().path("warnings")).isEmpty();
    Answer closer = ada.post(scene.path("/policies"), on("/db/*", 2));
    assertThat(closer.text("/warnings/0/code")).isEqualTo("beats");
    assertThat(closer.text("/warnings/0/policy/id")).isEqualTo(first.text("/id"));
    assertThat(closer.text("/warnings/0/places/0/path")).isEqualTo("/db/*");
    Answer tied = ada.post(scene.path("/policies"), on("/*/main", 1));
    assertThat(tied.body().path("warnings").findValuesAsText("code"))
        .containsExactlyInAnyOrder("beats", "tied");
    Answer edited = ada.edit(scene.path("/policies/" + first.text("/id")), scene.policyBody(2));
    assertThat(edited.body().path("warnings").findValuesAsText("code"))
        .containsExactly("beaten", "beaten");
    assertThat(ada.get(scene.path("/policies/" + first.text("/id"))).body().has("warnings"))
        .isFalse();
  }

  @Test
  void who_writes_a_policy_is_told_what_it_lowers() {
    Answer whole = ada.post(scene.path("/policies"), scene.policyBody(2));
    Map<String, Object> body = new TreeMap<>(on("/db", 1));
    body.putAll(Map.of("selfApproval", true, "bypass", Map.of("who", "ANYONE")));
    Answer exact = ada.post(scene.path("/policies"), body);
    assertThat(exact.body().path("lowers")).isEmpty();
    assertThat(exact.body().at("/warnings/0/lowers").findValuesAsText("what"))
        .containsExactly("approvals", "selfApproval", "bypass");
    assertThat(exact.text("/warnings/0/message"))
        .endsWith(
            "approvals needed: 1 instead of 2; authors may approve: yes instead of no;"
                + " who may bypass the approvers: anyone instead of nobody.");
    Answer less = ada.edit(scene.path("/policies/" + whole.text("/id")), scene.policyBody(1));
    assertThat(less.body().path("lowers").findValuesAsText("what")).containsExactly("approvals");
    assertThat(less.text("/lowers/0/from")).isEqualTo("2");
    assertThat(less.text("/lowers/0/to")).isEqualTo("1");
    assertThat(less.text("/warnings/0/code")).isEqualTo("beaten");
    assertThat(less.body().at("/warnings/0/lowers")).isEmpty();
  }

  @Test
  void who_narrows_or_deletes_a_policy_is_told_where_it_counts_no_longer() {
    String policy = ada.post(scene.path("/policies"), scene.policyBody(2)).text("/id");
    Answer narrower = ada.edit(scene.path("/policies/" + policy), on("/db/**", 2));
    assertThat(narrower.body().path("lowers")).isEmpty();
    assertThat(narrower.text("/releases/0/place/path")).isEqualTo("/**");
    assertThat(narrower.text("/releases/0/except/0/path")).isEqualTo("/db/**");
    assertThat(narrower.text("/releases/0/message"))
        .endsWith("That lowers what is asked for there: approvals needed: 0 instead of 2.");
    Answer wider = ada.post(scene.path("/policies"), scene.policyBody(1));
    String path = scene.path("/policies/" + policy);
    Answer gone = ada.with("If-Match", narrower.header("ETag")).delete(path);
    assertThat(gone.status()).as(gone.toString()).isEqualTo(200);
    assertThat(gone.text("/releases/0/instead/0/id")).isEqualTo(wider.text("/id"));
    assertThat(gone.text("/releases/0/lowers/0/message"))
        .isEqualTo("approvals needed: 1 instead of 2");
  }

  private JsonNode effective(String path) {
    return World.as(Person.DAN)
        .get(scene.path("/policies/effective?environment=prod&path=" + path))
        .body();
  }

  private Map<String, Object> on(String glob, int approvals) {
    Map<String, Object> body = new TreeMap<>(scene.policyBody(approvals));
    body.put("targets", List.of(Map.of("environment", "prod", "path", glob)));
    return body;
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
