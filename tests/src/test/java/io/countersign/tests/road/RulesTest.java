package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading and editing what decides. */
class RulesTest {
  private final Scene scene = Scene.unprotected();
  private final Client ada = World.as(Person.ADA);

  @Test
  void a_policy_is_edited_only_by_who_has_seen_it_as_it_is() {
    String policy = scene.policy(scene.policyBody(1));
    String tag = ada.get(policy).header("ETag");

    assertThat(ada.put(policy, scene.policyBody(2)).text("/code")).isEqualTo("if-match-required");
    assertThat(ada.put(policy, scene.policyBody(2)).status()).isEqualTo(428);
    assertThat(ada.delete(policy).status()).isEqualTo(428);

    Answer edited = ada.with("If-Match", tag).put(policy, scene.policyBody(2));
    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.header("ETag")).isNotEqualTo(tag);

    Answer late = ada.with("If-Match", tag).put(policy, scene.policyBody(1));
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.text("/present/etag")).isEqualTo(edited.header("ETag"));
    assertThat(ada.with("If-Match", tag).delete(policy).status()).isEqualTo(412);

    assertThat(ada.with("If-Match", edited.header("ETag")).delete(policy).status()).isEqualTo(200);
    assertThat(ada.get(policy).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "'', v1/projects",
    "/environments/prod, environments",
    "/bindings/dan, bindings",
    "/destinations/ssm, destinations",
    "/channels/team, channels"
  })
  void what_was_written_is_read_alone_and_in_its_list(String one, String list) {
    scene.followed();
    ada.put(
        scene.path("/channels/team"),
        Map.of("kind", "SLACK", "conversation", "C024BE91L", "token", "xoxb-" + Text.value()));
    Answer alone = ada.get(scene.path(one));
    assertThat(alone.header("ETag")).isEqualTo("\"1\"");
    assertThat(ada.get(list.startsWith("v1") ? list : scene.path("/" + list)).body().path("items"))
        .contains(alone.body());
  }

  @Test
  void everything_that_exists_needs_its_etag_to_be_written_again() {
    Map<String, Object> name = Map.of("name", "Again", "governance", "OPT_OUT");
    assertThat(ada.put(scene.path(""), name).status()).isEqualTo(428);
    Answer edited = ada.edit(scene.path(""), name);
    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.text("/name")).isEqualTo("Again");
    assertThat(ada.with("If-Match", "\"1\"").put("v1/people/nobody-yet", person()).status())
        .isEqualTo(412);
  }

  @Test
  void policies_people_and_groups_are_read_by_everybody_who_may_choose_them() {
    Client dan = World.as(Person.DAN);
    scene.policy(scene.policyBody(1));
    assertThat(dan.get(scene.path("/policies")).body().path("items")).hasSize(1);
    assertThat(dan.get("v1/people").body().path("items").findValuesAsText("id"))
        .contains("ada", "amy", "bob", "dan");
    assertThat(dan.get("v1/groups").body().path("items").findValuesAsText("id"))
        .contains(scene.project());
    Answer group = dan.get("v1/groups/" + scene.project());
    assertThat(group.body().path("members").findValuesAsText("name"))
        .containsExactly("Amy Approver", "Bob Approver");
    assertThat(dan.get("v1/people/amy").body().path("groups").toString()).contains(scene.project());
  }

  @Test
  void how_to_reach_somebody_is_for_oneself_and_whoever_may_write_the_directory() {
    Client dan = World.as(Person.DAN);
    assertThat(dan.get("v1/people/amy").body().has("email")).isFalse();
    assertThat(dan.get("v1/people").body().path("items").findValuesAsText("email")).hasSize(1);
    assertThat(dan.get("v1/people/dan").text("/email")).contains("@");
    assertThat(ada.get("v1/people/amy").text("/email")).contains("@");
    assertThat(dan.get("v1/people/amy").body().has("bound")).isFalse();
    assertThat(ada.get("v1/people/amy").body().path("bound").asBoolean()).isTrue();
  }

  @Test
  void whose_subject_is_moved_is_nobody_from_then_on() {
    Guest guest = Guest.arrives();
    Guest next = Guest.stranger();
    assertThat(guest.calls().get("v1/me").status()).isEqualTo(200);
    Map<String, Object> subject = Map.of("issuer", World.issuer(), "subject", next.subject());
    Map<String, Object> body =
        Map.of("name", "Guest", "email", "guest@example.com", "subject", subject);
    assertThat(ada.edit("v1/people/" + guest.id(), body).status()).isEqualTo(200);
    assertThat(guest.calls().get("v1/me").text("/code")).isEqualTo("unknown-person");
    assertThat(next.calls().get("v1/me").text("/person/id")).isEqualTo(guest.id());
  }

  @Test
  void who_has_no_permission_writes_nothing() {
    Client dan = World.as(Person.DAN);
    Answer policy = dan.post(scene.path("/policies"), scene.policyBody(1));
    assertThat(policy.status()).isEqualTo(403);
    assertThat(policy.text("/code")).isEqualTo("permission-missing");
    assertThat(dan.put("v1/people/mallory", person()).status()).isEqualTo(403);
    assertThat(dan.put("v1/groups/mine", scene.group("dan")).status()).isEqualTo(403);
    assertThat(dan.put("v1/projects/mine", Map.of("name", "M", "governance", "OPT_OUT")).status())
        .isEqualTo(403);
    assertThat(ada.get("v1/people/mallory").status()).isEqualTo(404);
    assertThat(ada.get(scene.path("/policies")).body().path("items")).isEmpty();
  }

  @Test
  void the_subject_of_one_person_cannot_become_anothers() {
    Map<String, Object> body =
        Map.of(
            "name",
            "Impostor",
            "email",
            "impostor@example.com",
            "subject",
            Map.of(
                "issuer", World.issuer(), "subject", World.stack().people().subject(Person.AMY)));
    Answer refused = ada.put("v1/people/impostor", body);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("subject-bound");
    assertThat(World.as(Person.AMY).get("v1/me").text("/person/id")).isEqualTo("amy");
  }

  private static Map<String, Object> person() {
    return Map.of("name", "Mallory", "email", "mallory@example.com");
  }
}
