package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coming and going: a stranger asks to join, an admin binds them, and somebody leaves. */
class JoinTest {
  private static final Map<String, Object> NAME =
      Map.of("name", "Gus Guest", "email", "gus@example.com");

  private final Client ada = World.as(Person.ADA);

  @Test
  void a_stranger_asks_once_and_is_bound_to_a_person() {
    Guest guest = Guest.stranger();
    assertThat(guest.calls().post("v1/join", Map.of("name", "Gus")).status()).isEqualTo(201);
    assertThat(guest.calls().post("v1/join", NAME).status()).isEqualTo(201);
    List<JsonNode> open = joins(guest);
    assertThat(open).hasSize(1);
    assertThat(open.getFirst().path("name").asText()).isEqualTo("Gus Guest");
    assertThat(open.getFirst().path("email").asText()).isEqualTo("gus@example.com");
    assertThat(open.getFirst().at("/subject/issuer").asText()).isEqualTo(World.issuer());
    assertThat(guest.calls().get("v1/me").status()).isEqualTo(403);
    assertThat(guest.isLetIn().status()).isEqualTo(201);
    assertThat(joins(guest)).isEmpty();
    assertThat(guest.calls().get("v1/me").text("/person/id")).isEqualTo(guest.id());
    Answer again = guest.calls().post("v1/join", NAME);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/code")).isEqualTo("already-bound");
    assertThat(joins(guest)).isEmpty();
  }

  @Test
  void only_who_may_let_them_in_sees_who_asks() {
    assertThat(World.as(Person.DAN).get("v1/joins").text("/code")).isEqualTo("permission-missing");
    assertThat(World.as(Person.EVE).get("v1/joins").text("/code")).isEqualTo("unknown-person");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|400|name|required",
        "{'name':1}|400|name|type",
        "{'name':' '}|422|name|length",
        "{'name':'N','email':'nowhere'}|422|email|email",
        "{'name':'N','role':'admin'}|400|role|unknown"
      })
  void a_bad_wish_is_refused(String body, int status, String field, String rule) {
    Guest guest = Guest.stranger();
    Answer answer = guest.calls().post("v1/join", body.replace('\'', '"'));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/rule")).isEqualTo(rule);
    assertThat(joins(guest)).isEmpty();
  }

  @Test
  void whoever_is_deactivated_may_nothing_from_that_moment_on() {
    Scene scene = Scene.askingFor(1);
    Guest guest = Guest.arrives();
    ada.edit("v1/groups/" + scene.project(), scene.group("amy", guest.id()));
    ada.put(scene.path("/bindings/given"), Map.of("role", "admin", "person", guest.id()));
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    Client calls = guest.calls();
    assertThat(calls.post(proposal.path("/votes"), proposal.ballot("APPROVE")).status())
        .isEqualTo(200);
    guest.leaves();
    deactivated(calls.get("v1/me"));
    deactivated(calls.get(scene.path("/policies")));
    deactivated(calls.post(scene.path("/policies"), scene.policyBody(1)));
    deactivated(calls.put(scene.path("/bindings/mine"), Map.of("role", "viewer", "person", "dan")));
    deactivated(calls.post(proposal.path("/votes"), proposal.ballot("REJECT")));
    deactivated(calls.post(proposal.path("/merge"), Map.of("digest", proposal.digest())));
    deactivated(
        calls.post("v1/change-requests", scene.submission("/x", Map.of("set", Map.of("K", "v")))));
    assertThat(calls.post("v1/join", NAME).text("/code")).isEqualTo("already-bound");
    assertThat(proposal.merge(Person.DAN).text("/code")).isEqualTo("not-agreed");
  }

  private static void deactivated(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.text("/code")).isEqualTo("deactivated");
  }

  private List<JsonNode> joins(Guest guest) {
    List<JsonNode> joins = new ArrayList<>();
    ada.get("v1/joins").body().path("items").forEach(joins::add);
    joins.removeIf(each -> !each.at("/subject/subject").asText().equals(guest.subject()));
    return joins;
  }
}
