package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.api.Client;
import io.countersign.tests.stage.Amended;
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

/** A value is put back, or moved, by somebody who never sees it. */
class CopyTest {
  private static final String ROUTE = "v1/change-requests";

  private final Scene scene = Scene.askingFor(1);
  private final Client ada = World.as(Person.ADA);
  private final String value = Text.value();

  private static Map<String, Object> from(String key, String version) {
    return new TreeMap<>(Map.of("key", key, "version", version));
  }

  private static Map<String, Object> staged(String key, String version) {
    Map<String, Object> source = from(key, version);
    source.put("environment", "staging");
    return source;
  }

  private static Map<String, Object> copy(String key, Map<String, Object> source) {
    return Map.of("copy", Map.of(key, source));
  }

  /** The document held the value, and holds another one now; the version of before. */
  private String changed() {
    scene.holds("/db", "{\"KEY\":\"" + value + "\",\"RATE\":1.50}");
    String before = World.SECRETS.version(scene.secret("/db"));
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"" + Text.value() + "\",\"RATE\":\"2\"}");
    return before + "";
  }

  /** The value is in staging; its version there. */
  private String staging() {
    String prefix = "staging/" + scene.project() + "/";
    assertThat(
            ada.put(scene.path("/environments/staging"), Map.of("secretPrefix", prefix)).status())
        .isEqualTo(201);
    World.SECRETS.create(prefix + "db", "{\"KEY\":\"" + value + "\"}");
    return World.SECRETS.version(prefix + "db") + "";
  }

  private Answer submitted(Map<String, ?> operations) {
    return World.as(Person.DAN).post(ROUTE, scene.submission("/db", operations));
  }

  private static List<String> codes(JsonNode reasons) {
    List<String> codes = new ArrayList<>();
    reasons.forEach(each -> codes.add(each.path("code").asText()));
    return codes;
  }

  @Test
  void what_an_earlier_version_held_is_put_back_unseen() {
    String before = changed();
    Proposal proposal =
        scene.proposes(
            "/db",
            Map.of("copy", Map.of("KEY", from("KEY", before), "RATE", from("RATE", before))));
    JsonNode page = proposal.seenBy(Person.DAN).body();
    JsonNode operation = page.at("/changes/0/operations/0");
    assertThat(operation.path("op").asText()).isEqualTo("copy");
    assertThat(operation.path("change").asText()).isEqualTo("change");
    assertThat(operation.at("/source/environment").asText()).isEqualTo("prod");
    assertThat(operation.at("/source/path").asText()).isEqualTo("/db");
    assertThat(operation.at("/source/key").asText()).isEqualTo("KEY");
    assertThat(operation.at("/source/version").asText()).isEqualTo(before);
    assertThat(page.at("/changes/0/operations/1/kind").asText()).isEqualTo("number");
    assertThat(page.path("may").toString()).doesNotContain("\"reveal\"");
    assertThat(shows(Person.DAN, proposal).text("/code")).isEqualTo("permission-missing");
    proposal.approve(Person.AMY);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(scene.secret("/db")))
        .isEqualTo("{\"KEY\":\"" + value + "\",\"RATE\":1.50}");
    String events = World.as(Person.DAN).get(proposal.path("/events")).body().toString();
    assertThat(Canaries.in(events + page)).isEmpty();
  }

  private static Answer shows(Person person, Proposal proposal) {
    return World.as(person)
        .post(proposal.path("/reveal"), Map.of("environment", "prod", "path", "/db", "key", "KEY"));
  }

  @Test
  void what_is_copied_is_shown_by_permission_and_not_because_a_policy_shows_what_is_proposed() {
    Scene open = Scene.askingFor(1, Map.of("approversMayReveal", true));
    open.holds("/db", "{\"KEY\":\"" + value + "\"}");
    String version = World.SECRETS.version(open.secret("/db")) + "";
    Proposal proposal = open.proposes("/db", copy("KEY", from("KEY", version)));
    assertThat(proposal.seenBy(Person.AMY).body().path("may").toString())
        .doesNotContain("\"reveal\"");
    assertThat(shows(Person.AMY, proposal).text("/detail"))
        .isEqualTo("You need the permission secrets:reveal on prod:/db.");
    assertThat(shows(Person.ADA, proposal).text("/proposed/value")).isEqualTo(value);
  }

  @Test
  void a_value_is_promoted_when_the_policies_of_both_environments_are_met() {
    String version = staging();
    scene.policy(
        Map.of(
            "name",
            "Staging",
            "targets",
            List.of(Map.of("environment", "staging")),
            "requirements",
            List.of(Map.of("approvals", 1, "people", List.of("bob")))));
    Proposal proposal = scene.proposes("/db", copy("PROMOTED", staged("KEY", version)));
    assertThat(proposal.seenBy(Person.DAN).body().path("policies")).hasSize(2);
    proposal.approve(Person.AMY);
    Answer early = proposal.merge(Person.DAN);
    assertThat(codes(early.body().path("reasons"))).containsExactly("approvals-missing");
    assertThat(early.text("/reasons/0/message")).contains("Staging");
    proposal.approve(Person.BOB);
    assertThat(proposal.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(scene.secret("/db")))
        .isEqualTo("{\"PROMOTED\":\"" + value + "\"}");
  }

  @Test
  void where_nothing_governs_its_source_its_author_needs_the_right_to_see_it() {
    String version = staging();
    Answer refused = submitted(copy("KEY", staged("KEY", version)));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(codes(refused.body().path("reasons"))).containsExactly("permission-missing");
    assertThat(refused.text("/detail"))
        .isEqualTo(
            "You need the permission secrets:reveal on staging:/db to copy from it, as no policy"
                + " governs it.");
    assertThat(refused.text("/reasons/0/clearedBy/0/id")).isEqualTo("ada");
    assertThat(scene.requests()).isZero();
    ada.put(scene.path("/roles/reveals"), Map.of("permissions", List.of("secrets:reveal")));
    Map<String, Object> binding =
        Map.of("role", "reveals", "person", "dan", "environment", "staging");
    assertThat(ada.put(scene.path("/bindings/reveals"), binding).status()).isEqualTo(201);
    assertThat(submitted(copy("KEY", staged("KEY", version))).status()).isEqualTo(201);
  }

  @Test
  void who_may_not_propose_where_it_is_copied_from_may_not_copy() {
    String version = staging();
    Guest guest = Guest.arrives();
    Map<String, Object> binding =
        Map.of("role", "developer", "person", guest.id(), "environment", "prod");
    assertThat(ada.put(scene.path("/bindings/guest"), binding).status()).isEqualTo(201);
    Answer refused =
        guest.calls().post(ROUTE, scene.submission("/db", copy("KEY", staged("KEY", version))));
    assertThat(refused.text("/code")).isEqualTo("may-not-propose");
    assertThat(refused.text("/detail")).contains("staging:/db");
  }

  @Test
  void what_cannot_be_copied_is_told_at_its_field() {
    String version = changed();
    refused(from("NONE", version), "changes[0].copy.KEY.key", "no-such-key");
    refused(from("KEY", "0".repeat(36)), "changes[0].copy.KEY.version", "no-such-version");
    refused(from("KEY", "short"), "changes[0].copy.KEY.version", "version");
    Map<String, Object> elsewhere = from("KEY", version);
    elsewhere.put("environment", "other");
    refused(elsewhere, "changes[0].copy.KEY.environment", "unknown-environment");
    Map<String, Object> none = from("KEY", version);
    none.put("path", "/none");
    refused(none, "changes[0].copy.KEY.version", "no-such-version");
    Answer twice =
        submitted(Map.of("copy", Map.of("KEY", from("KEY", version)), "set", Map.of("KEY", value)));
    assertThat(twice.text("/errors/0/rule")).isEqualTo("target-twice");
    assertThat(scene.requests()).isZero();
  }

  private void refused(Map<String, Object> source, String field, String rule) {
    Answer answer = submitted(copy("KEY", source));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    assertThat(answer.text("/errors/0/rule")).isEqualTo(rule);
  }

  @Test
  void a_rebase_keeps_it_and_a_revision_takes_it_out() {
    String version = changed();
    Proposal first =
        scene.proposes(
            "/db",
            Map.of("copy", Map.of("KEY", from("KEY", version)), "set", Map.of("OTHER", "x")));
    World.SECRETS.write(scene.secret("/db"), "{\"KEY\":\"theirs\"}");
    first.approve(Person.AMY);
    assertThat(first.merge(Person.DAN).text("/code")).isEqualTo("keys-changed");
    // Two versions later the emulator has dropped the one that was copied from.
    Proposal second = Amended.rebase(first).madeBy(Person.DAN);
    Proposal third = new Amended(second, Map.of()).keeping("/db", "KEY").madeBy(Person.DAN);
    assertThat(third.seenBy(Person.DAN).body().at("/changes/0/operations")).hasSize(1);
    third.approve(Person.BOB);
    assertThat(third.merge(Person.DAN).status()).isEqualTo(200);
    assertThat(World.SECRETS.text(scene.secret("/db"))).isEqualTo("{\"KEY\":\"" + value + "\"}");
  }
}
