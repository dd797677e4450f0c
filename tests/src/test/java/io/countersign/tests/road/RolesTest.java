package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Roles of a project's own: what they give, where, and who may give them. */
class RolesTest {
  private final Scene scene = Scene.askingFor(1);
  private final Client ada = World.as(Person.ADA);
  private final Guest guest = Guest.arrives();

  @Test
  void who_has_nothing_but_policies_write_makes_a_change_policy_and_nothing_else() {
    role("policy-writer", "policies:write");
    gives(Map.of("role", "policy-writer", "person", guest.id()));
    Client writer = guest.calls();
    Answer policy = writer.post(scene.path("/policies"), scene.policyBody(2));
    assertThat(policy.status()).as(policy.toString()).isEqualTo(201);
    assertThat(writer.edit(scene.path("/policies/" + policy.text("/id")), scene.policyBody(1)))
        .extracting(Answer::status)
        .isEqualTo(200);
    assertThat(writer.get("v1/me").body().at("/projects/0/permissions").toString())
        .isEqualTo("[\"policies:write\"]");
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    assertThat(writer.post("v1/change-requests", scene.submission("/db", set())).text("/code"))
        .isEqualTo("may-not-propose");
    assertThat(writer.get(proposal.path("")).status()).isEqualTo(404);
    assertThat(writer.post(proposal.path("/votes"), proposal.ballot("APPROVE")).status())
        .isEqualTo(404);
    assertThat(writer.get("v1/change-requests?project=" + scene.project()).body().path("items"))
        .isEmpty();
    forbidden(writer.put(scene.path("/bindings/mine"), binding("admin", guest.id())));
    forbidden(writer.put(scene.path("/roles/mine"), permissions("policies:write")));
    forbidden(writer.put(scene.path("/environments/more"), Map.of("secretPrefix", "prod/m/")));
    forbidden(writer.put("v1/people/mallory", mallory()));
    forbidden(writer.put("v1/groups/mine", scene.group(guest.id())));
  }

  @Test
  void whoever_writes_the_directory_gives_away_only_what_they_have() {
    role("clerk", "directory:write");
    gives(Map.of("role", "clerk", "person", guest.id()));
    Client clerk = guest.calls();
    forbidden(clerk.put(scene.path("/bindings/mine"), binding("admin", guest.id())));
    forbidden(clerk.put(scene.path("/bindings/dan2"), binding("viewer", "dan")));
    forbidden(clerk.edit(scene.path("/roles/clerk"), permissions("directory:write", "audit:read")));
    forbidden(clerk.put(scene.path("/roles/reveals"), permissions("secrets:reveal")));
    assertThat(clerk.put(scene.path("/bindings/dan2"), binding("clerk", "dan")).status())
        .isEqualTo(201);
    forbidden(clerk.put("v1/groups/mine", scene.group(guest.id())));
    forbidden(clerk.put("v1/projects/*", Map.of("name", "N", "governance", "OPT_OUT")));
    forbidden(clerk.put("v1/projects/*/bindings/mine", binding("viewer", guest.id())));
  }

  @Test
  void a_role_narrowed_to_paths_holds_there_and_nowhere_else() {
    role("proposer", "secrets:propose", "requests:read");
    Map<String, Object> narrowed = new TreeMap<>(binding("proposer", guest.id()));
    narrowed.put("environment", "prod");
    narrowed.put("path", "/web/**");
    gives(narrowed);
    Client proposer = guest.calls();
    assertThat(proposer.get("v1/me").body().at("/projects/0/permissions")).isEmpty();
    assertThat(proposer.post("v1/change-requests", scene.submission("/web/a", set())).status())
        .isEqualTo(201);
    assertThat(proposer.post("v1/change-requests", scene.submission("/db", set())).status())
        .isEqualTo(403);
  }

  @Test
  void what_a_role_loses_its_holders_lose_at_once() {
    role("writer", "policies:write", "requests:read");
    gives(Map.of("role", "writer", "group", scene.project()));
    Client amy = World.as(Person.AMY);
    assertThat(amy.post(scene.path("/policies"), scene.policyBody(1)).status()).isEqualTo(201);
    assertThat(ada.edit(scene.path("/roles/writer"), permissions("requests:read")).status())
        .isEqualTo(200);
    forbidden(amy.post(scene.path("/policies"), scene.policyBody(1)));
  }

  @Test
  void a_role_that_is_taken_away_gives_nothing_from_then_on() {
    gives(binding("viewer", guest.id()));
    Client viewer = guest.calls();
    String given = scene.path("/bindings/given");
    assertThat(viewer.get(given).status()).isEqualTo(200);
    forbidden(viewer.with("If-Match", "\"1\"").delete(given));
    assertThat(ada.delete(given).status()).isEqualTo(428);
    assertThat(ada.with("If-Match", "\"7\"").delete(given).status()).isEqualTo(412);
    Answer taken = ada.with("If-Match", "\"1\"").delete(given);
    assertThat(taken.status()).as(taken.toString()).isEqualTo(200);
    assertThat(taken.text("/person")).isEqualTo(guest.id());
    assertThat(viewer.get(given).status()).isEqualTo(404);
    assertThat(viewer.get("v1/me").body().path("projects")).isEmpty();
    assertThat(ada.get(given).status()).isEqualTo(404);
    assertThat(ada.with("If-Match", "\"1\"").delete(given).status()).isEqualTo(404);
    gives(binding("viewer", guest.id()));
  }

  @Test
  void roles_are_read_with_the_shipped_ones_and_edited_by_etag() {
    role("own", "audit:read");
    String own = scene.path("/roles/own");
    Client dan = World.as(Person.DAN);
    assertThat(dan.get(scene.path("/roles")).body().path("items").findValuesAsText("id"))
        .containsExactly("admin", "developer", "viewer", "own");
    assertThat(dan.get(scene.path("/roles/admin")).body().path("permissions")).hasSize(8);
    assertThat(dan.get(own).header("ETag")).isEqualTo("\"1\"");
    assertThat(ada.put(own, permissions("audit:read")).status()).isEqualTo(428);
    assertThat(ada.with("If-Match", "\"7\"").put(own, permissions("audit:read")).status())
        .isEqualTo(412);
    Answer shipped = ada.put(scene.path("/roles/viewer"), permissions("audit:read"));
    assertThat(shipped.status()).isEqualTo(422);
    assertThat(shipped.text("/errors/0/rule")).isEqualTo("shipped");
    assertThat(guest.calls().get(own).status()).isEqualTo(404);
    assertThat(dan.get(scene.path("/roles/none")).status()).isEqualTo(404);
  }

  private void role(String id, String... permissions) {
    assertThat(ada.put(scene.path("/roles/" + id), permissions(permissions)).status())
        .isEqualTo(201);
  }

  private void gives(Map<String, Object> binding) {
    assertThat(ada.put(scene.path("/bindings/given"), binding).status()).isEqualTo(201);
  }

  private static void forbidden(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
  }

  private static Map<String, Object> permissions(String... permissions) {
    return Map.of("permissions", List.of(permissions));
  }

  private static Map<String, Object> binding(String role, String person) {
    return Map.of("role", role, "person", person);
  }

  private static Map<String, Object> set() {
    return Map.of("set", Map.of("KEY", Text.value()));
  }

  private static Map<String, Object> mallory() {
    return Map.of("name", "Mallory", "email", "mallory@example.com");
  }
}
