package io.countersign.tests.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Canaries;
import io.countersign.tests.text.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which documents an environment has, and who finds them. */
class DocumentListTest {
  private final Scene scene = Scene.askingFor(1);
  private final String list = scene.path("/environments/prod/documents");

  private List<String> paths(Answer page) {
    return page.body().path("items").findValuesAsText("path");
  }

  @Test
  void documents_are_listed_with_keys_and_versions_and_without_a_value() {
    scene.holds("/db", "{\"HOST\":\"" + Text.value() + "\",\"PORT\":5432}");
    scene.holds("/motd", Text.value());
    Answer page = World.as(Person.DAN).get(list);
    assertThat(paths(page)).containsExactly("/db", "/motd");
    JsonNode db = page.body().at("/items/0");
    assertThat(db.path("content").asText()).isEqualTo("OBJECT");
    assertThat(db.path("keys").findValuesAsText("key")).containsExactly("HOST", "PORT");
    assertThat(db.path("keys").findValuesAsText("kind")).containsExactly("STRING", "NUMBER");
    assertThat(db.path("versionId").asText()).isEqualTo(World.SECRETS.version(scene.secret("/db")));
    assertThat(db.path("request").isNull()).isTrue();
    assertThat(page.body().at("/items/1/content").asText()).isEqualTo("TEXT");
    assertThat(page.body().toString()).doesNotContain(Canaries.MARK);
  }

  @Test
  void what_a_request_wrote_names_it_until_somebody_else_writes() {
    Proposal proposal = scene.proposes("/app/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    proposal.merge(Person.DAN);
    Answer page = World.as(Person.DAN).get(list + "?path=/app/");
    assertThat(page.text("/items/0/path")).isEqualTo("/app/db");
    assertThat(page.text("/items/0/request")).isEqualTo(proposal.id());
    World.SECRETS.write(scene.secret("/app/db"), "{\"KEY\":\"theirs\"}");
    Answer changed = World.as(Person.DAN).get(list);
    assertThat(changed.body().at("/items/0/request").isNull()).isTrue();
    assertThat(changed.text("/items/0/previousVersionId"))
        .isEqualTo(page.text("/items/0/versionId"));
    assertThat(paths(World.as(Person.DAN).get(list + "?path=/other"))).isEmpty();
  }

  @Test
  void open_requests_are_named_at_the_document_with_the_keys_that_they_would_change() {
    scene.holds("/db", "{\"KEY\":\"old\",\"OTHER\":\"old\"}");
    Proposal proposal =
        scene.proposes(
            "/db", Map.of("set", Map.of("KEY", Text.value()), "rename", Map.of("OTHER", "NEW")));
    JsonNode pending = World.as(Person.DAN).get(list).body().at("/items/0/pending");
    assertThat(pending.findValuesAsText("id")).startsWith(proposal.id());
    assertThat(pending.at("/0/keys").toString()).isEqualTo("[\"KEY\",\"NEW\",\"OTHER\"]");
    assertThat(pending.toString()).doesNotContain(Canaries.MARK);
    proposal.approve(Person.AMY);
    proposal.merge(Person.DAN);
    assertThat(World.as(Person.DAN).get(list).body().at("/items/0/pending")).isEmpty();
  }

  @Test
  void what_is_only_proposed_is_shown_with_its_request_until_it_is_there_or_never_will_be() {
    scene.holds("/db", "{\"KEY\":\"old\"}");
    Proposal made = scene.proposes("/app", "KEY", Text.value());
    Proposal given = scene.proposes("/new", "TOKEN", Text.value());
    List<String> all = List.of("/app", "/db", "/new");
    await().untilAsserted(() -> assertThat(paths(World.as(Person.DAN).get(list))).isEqualTo(all));
    JsonNode app = World.as(Person.DAN).get(list).body().at("/items/0");
    assertThat(app.path("content").asText()).isEqualTo("PROPOSED");
    assertThat(app.path("versionId").isNull()).isTrue();
    assertThat(app.path("keys")).isEmpty();
    assertThat(app.path("pending").findValuesAsText("id").getFirst()).isEqualTo(made.id());
    assertThat(app.at("/pending/0/keys").toString()).isEqualTo("[\"KEY\"]");
    assertThat(app.toString()).doesNotContain(Canaries.MARK);
    assertThat(paths(World.as(Person.DAN).get(list + "?key=tok"))).containsExactly("/new");
    made.approve(Person.AMY);
    made.merge(Person.DAN);
    World.as(Person.DAN).post(given.path("/withdraw"), Map.of());
    await()
        .untilAsserted(
            () -> assertThat(paths(World.as(Person.DAN).get(list))).containsExactly("/app", "/db"));
    assertThat(World.as(Person.DAN).get(list).text("/items/0/content")).isEqualTo("OBJECT");
  }

  @Test
  void documents_are_found_by_the_beginning_of_a_key() {
    scene.holds("/db", "{\"Host\":\"" + Text.value() + "\"}");
    scene.holds("/mail", "{\"PORT\":1}");
    assertThat(paths(World.as(Person.DAN).get(list + "?key=hos"))).containsExactly("/db");
    assertThat(paths(World.as(Person.DAN).get(list + "?key=nothing"))).isEmpty();
  }

  @Test
  void cursors_lead_through_all_of_them() {
    scene.holds("/b", "{}");
    scene.holds("/a", "{}");
    scene.holds("/c", "{}");
    Answer first = World.as(Person.DAN).get(list + "?limit=2");
    assertThat(paths(first)).containsExactly("/a", "/b");
    Answer second = World.as(Person.DAN).get(list + "?limit=2&cursor=" + first.text("/next"));
    assertThat(paths(second)).containsExactly("/c");
    assertThat(second.body().path("next").isNull()).isTrue();
  }

  @Test
  void who_has_nothing_to_do_with_them_does_not_find_them() {
    scene.holds("/app/db", "{\"KEY\":\"" + Text.value() + "\"}");
    scene.holds("/mail", "{}");
    Guest guest = Guest.arrives();
    assertThat(guest.calls().get(list).status()).isEqualTo(404);
    World.as(Person.ADA)
        .put(
            scene.path("/bindings/" + guest.id()),
            Map.of(
                "role", "viewer", "person", guest.id(), "environment", "prod", "path", "/app/**"));
    Answer page = guest.calls().get(list);
    assertThat(paths(page)).containsExactly("/app/db");
    assertThat(page.body().at("/items/0/may")).isEmpty();
    assertThat(World.as(Person.ADA).get(list).body().at("/items/0/may").toString())
        .isEqualTo("[\"propose\",\"reveal\"]");
    assertThat(World.as(Person.ADA).get(list + "?path=app").text("/code"))
        .isEqualTo("invalid-field");
    assertThat(World.as(Person.AMY).get(list).status()).isEqualTo(404);
  }
}
