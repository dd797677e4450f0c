package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Canaries;
import io.countersign.tests.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Values are shown by permission, and never without a record. */
class RevealTest {
  private static Scene revealing() {
    Scene scene = Scene.unprotected();
    Map<String, Object> policy = new TreeMap<>(scene.policyBody(1));
    policy.put("approversMayReveal", true);
    scene.policy(policy);
    return scene;
  }

  private static Answer asks(Person person, Proposal proposal, String key) {
    return World.as(person)
        .post(proposal.path("/reveal"), Map.of("environment", "prod", "path", "/db", "key", key));
  }

  private static Answer asks(Person person, Scene scene, String key) {
    return World.as(person)
        .post(scene.path("/environments/prod/documents/reveal"), Map.of("path", "/db", "key", key));
  }

  private static List<String> may(Proposal proposal, Person person) {
    List<String> may = new ArrayList<>();
    proposal.seenBy(person).body().path("may").forEach(each -> may.add(each.asText()));
    return may;
  }

  private static List<String> names(Answer refused) {
    List<String> names = new ArrayList<>();
    for (JsonNode reason : refused.body().path("reasons")) {
      names.add(reason.path("code").asText());
    }
    return names;
  }

  @Test
  void who_has_the_permission_is_shown_both_values_and_it_stands_in_the_history() {
    Scene scene = Scene.askingFor(1);
    String before = Text.value();
    String after = Text.value();
    scene.holds("/db", "{\"KEY\":\"" + before + "\"}");
    Proposal proposal = scene.proposes("/db", "KEY", after);
    Answer shown = asks(Person.ADA, proposal, "KEY");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text("/proposed/value")).isEqualTo(after);
    assertThat(shown.text("/current/value")).isEqualTo(before);
    JsonNode page = proposal.seenBy(Person.DAN).body();
    assertThat(page.path("timeline").findValuesAsText("text"))
        .contains("was shown the proposed value of KEY in prod:/db");
    JsonNode events = World.as(Person.DAN).get(proposal.path("/events")).body().path("items");
    assertThat(events.findValuesAsText("type"))
        .containsExactly("Submitted", "Revealed", "Revealed");
    assertThat(page.toString() + events).doesNotContain(Canaries.MARK);
  }

  @Test
  void the_bus_is_not_told_and_what_comes_after_is() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    asks(Person.ADA, proposal, "KEY");
    proposal.approve(Person.AMY);
    World.BUS.typesUntil(proposal.id(), "Request Agreed");
    assertThat(World.BUS.of(proposal.id()).keySet()).containsExactly(1, 4, 5);
  }

  @Test
  void an_approver_sees_what_is_proposed_where_the_policy_says_so() {
    Scene scene = revealing();
    String before = Text.value();
    String after = Text.value();
    scene.holds("/db", "{\"KEY\":\"" + before + "\"}");
    Proposal proposal = scene.proposes("/db", "KEY", after);
    assertThat(may(proposal, Person.AMY)).contains("reveal");
    assertThat(may(proposal, Person.DAN)).doesNotContain("reveal");
    Answer shown = asks(Person.AMY, proposal, "KEY");
    assertThat(shown.text("/proposed/value")).isEqualTo(after);
    assertThat(shown.body().path("current").isNull()).isTrue();
    assertThat(asks(Person.AMY, proposal, "OTHER").text("/code")).isEqualTo("not-in-request");
    assertThat(names(asks(Person.DAN, proposal, "KEY"))).containsExactly("permission-missing");
    Guest stranger = Guest.arrives();
    assertThat(
            stranger
                .calls()
                .post(
                    proposal.path("/reveal"),
                    Map.of("environment", "prod", "path", "/db", "key", "KEY"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void otherwise_an_approver_is_told_which_policy_keeps_it_and_who_could_change_that() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    assertThat(may(proposal, Person.AMY)).doesNotContain("reveal");
    Answer refused = asks(Person.AMY, proposal, "KEY");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(names(refused)).containsExactly("permission-missing", "approvers-may-not-reveal");
    assertThat(refused.text("/reasons/1/clearedBy/0/id")).isEqualTo("ada");
  }

  @Test
  void when_a_request_has_ended_its_values_are_gone() {
    Scene scene = Scene.askingFor(1);
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    World.as(Person.DAN).post(proposal.path("/withdraw"), Map.of());
    Answer refused = asks(Person.ADA, proposal, "KEY");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/code")).isEqualTo("values-gone");
    assertThat(refused.text("/present/status")).isEqualTo("WITHDRAWN");
    assertThat(may(proposal, Person.ADA)).contains("reveal");
    assertThat(may(proposal, Person.DAN)).doesNotContain("reveal");
  }

  @Test
  void a_present_value_is_shown_by_permission_only() {
    Scene scene = revealing();
    String value = Text.value();
    scene.holds("/db", "{\"KEY\":\"" + value + "\",\"PORT\":5432}");
    Answer shown = asks(Person.ADA, scene, "KEY");
    assertThat(shown.text("/current/value")).isEqualTo(value);
    assertThat(shown.text("/current/versionId"))
        .isEqualTo(World.SECRETS.version(scene.secret("/db")));
    assertThat(asks(Person.ADA, scene, "PORT").text("/current/kind")).isEqualTo("NUMBER");
    assertThat(asks(Person.ADA, scene, "NONE").status()).isEqualTo(404);
    Answer refused = asks(Person.DAN, scene, "KEY");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("/reasons/0/clearedBy/0/id")).isEqualTo("ada");
    assertThat(asks(Person.AMY, scene, "KEY").status()).isEqualTo(404);
  }
}
