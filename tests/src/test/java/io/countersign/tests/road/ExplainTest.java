package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 12: who is refused learns why, and who could clear it; strangers learn of nobody. */
class ExplainTest {
  private static final String LACKING = "permission-missing";

  private final Scene scene = Scene.askingFor(2);
  private final Client ada = World.as(Person.ADA);

  /**
   * The reason is the refusal in the same words, and of the world's people these could clear it.
   */
  private static void cleared(Answer answer, int status, String code, String... by) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.text("/code")).isEqualTo(code);
    assertThat(answer.text("/reasons/0/code")).isEqualTo(code);
    assertThat(answer.text("/reasons/0/message")).isEqualTo(answer.text("/detail"));
    assertThat(answer.body().at("/reasons/0/clearedBy").findValuesAsText("id"))
        .filteredOn(id -> !id.startsWith("guest-"))
        .containsExactly(by);
  }

  @Test
  void who_may_not_act_on_a_request_learns_who_may() {
    Proposal proposal = scene.proposes("/db", "KEY", "value");
    cleared(proposal.approve(Person.DAN), 403, "not-an-approver", "amy", "bob");
    Client amy = World.as(Person.AMY);
    cleared(amy.post(proposal.path("/withdraw"), Map.of()), 403, "may-not-withdraw", "ada", "dan");
    cleared(proposal.bypass(Person.AMY, "It leaked today"), 403, "not-the-author");
    Map<String, Object> revision =
        Map.of("digest", proposal.digest(), "keep", "all", "base", "present");
    cleared(amy.post(proposal.path("/revisions"), revision), 403, "may-not-revise", "ada", "dan");
    assertThat(proposal.approve(Person.DAN).text("/reasons/0/clearedBy/1/name"))
        .isEqualTo("Bob Approver");
  }

  @Test
  void who_may_not_propose_learns_who_could_let_them() {
    ada.put(
        scene.path("/bindings/amy"),
        Map.of("role", "developer", "person", "amy", "path", "/web/**"));
    Answer refused =
        World.as(Person.AMY)
            .post("v1/change-requests", scene.submission("/db", Map.of("set", Map.of("K", "v"))));
    cleared(refused, 403, "may-not-propose", "ada");
  }

  @Test
  void after_a_conflict_whoever_may_revise_is_named_everywhere() {
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal proposal = scene.proposes("/db", "KEY", "new");
    proposal.approve(Person.AMY);
    proposal.approve(Person.BOB);
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"theirs\"}");
    Answer conflict = proposal.merge(Person.DAN);
    cleared(conflict, 409, "keys-changed", "ada", "dan");
    assertThat(conflict.text("/detail")).endsWith("revise the request.");
    Answer page = proposal.seenBy(Person.AMY);
    assertThat(page.body().path("statusReason")).isEqualTo(conflict.body().at("/reasons/0"));
    assertThat(page.body().at("/reasons/0")).isEqualTo(conflict.body().at("/reasons/0"));
  }

  @Test
  void what_has_ended_is_nobodys_to_clear() {
    Proposal proposal = scene.proposes("/db", "KEY", "value");
    World.as(Person.DAN).post(proposal.path("/withdraw"), Map.of());
    cleared(proposal.approve(Person.AMY), 409, "withdrawn");
  }

  @Test
  void who_lacks_a_permission_learns_who_could_give_it() {
    Client dan = World.as(Person.DAN);
    cleared(dan.post(scene.path("/policies"), scene.policyBody(1)), 403, LACKING, "ada");
    cleared(dan.get("v1/audit?project=" + scene.project()), 403, LACKING, "ada");
    cleared(dan.get("v1/joins"), 403, LACKING, "ada");
  }

  @Test
  void who_has_no_role_in_a_project_is_told_of_nobody_in_it() {
    Guest lead = Guest.arrives();
    ada.put(scene.path("/bindings/lead"), Map.of("role", "admin", "person", lead.id()));
    Client guest = Guest.arrives().calls();
    Answer refused =
        guest
            .with("If-Match", ada.get(scene.path("")).header("ETag"))
            .put(scene.path(""), Map.of("name", "Mine", "governance", "OPT_OUT"));
    cleared(refused, 403, LACKING, "ada");
    assertThat(guest.post(scene.path("/policies"), scene.policyBody(1)).body().has("reasons"))
        .isFalse();
    assertThat(refused.toString()).doesNotContain(lead.id());
    cleared(World.as(Person.EVE).get("v1/me"), 403, "unknown-person");
  }
}
