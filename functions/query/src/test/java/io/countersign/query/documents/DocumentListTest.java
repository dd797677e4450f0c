package io.countersign.query.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.directory.Binding;
import io.countersign.directory.Permission;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.directory.Subject;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.ProblemException;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.name.PathGlob;
import io.countersign.query.reading.Reader;
import io.countersign.query.reveal.Managed;
import io.countersign.request.Event;
import io.countersign.revision.DocumentBase;
import io.countersign.revision.Landed;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Inventory;
import io.countersign.vault.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which documents there are, for those who have something to do with them. */
class DocumentListTest {
  private final Settled settled = new Settled();
  private final FakeVault vault = new FakeVault();

  private Json.Obj page(String person, String environment, Map<String, String> query) {
    DocumentList list =
        new DocumentList(
            new Reader(settled.tables.store(), settled.tables.registry()),
            settled.tables.store(),
            settled.tables.catalog(),
            settled.tables.neighbours(),
            vault.inventory(),
            new Managed(vault));
    Subject subject = settled.subject(person);
    Map<String, String> at = Map.of("project", "payments", "environment", environment);
    return JsonText.object(
        list.list(
                new HttpRequest(
                    "GET",
                    "GET",
                    "/",
                    at,
                    query,
                    Map.of(),
                    Map.of("iss", subject.issuer(), "sub", subject.subject()),
                    ""))
            .body());
  }

  private List<Json.Obj> items(Json.Obj page) {
    List<Json.Obj> items = new ArrayList<>();
    if (page.get("items") instanceof Json.Arr(List<Json> all)) {
      all.forEach(each -> items.add((Json.Obj) each));
    }
    return items;
  }

  private List<String> paths(Json.Obj page) {
    return items(page).stream().map(each -> text(each, "path")).toList();
  }

  private static String text(Json.Obj object, String name) {
    return object.get(name) instanceof Json.Str(String text) ? text : "";
  }

  private void holds(String... paths) {
    for (String path : paths) {
      vault.outsider().create("prod" + path, "{\"KEY\":\"canary\"}");
    }
  }

  private void write(Entry entry) {
    Counters counters =
        settled.tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters();
    assertThat(settled.tables.registry().write(entry, Objects.requireNonNull(counters))).isTrue();
  }

  @Test
  void keys_and_kinds_are_shown_and_no_value() {
    vault.outsider().create("prod/db", "{\"HOST\":\"canary\",\"PORT\":5432,\"ON\":true}");
    vault.outsider().create("prod/text", "canary");
    vault.outsider().create("prod/nested", "{\"KEY\":{\"canary\":1}}");
    vault.outsider().createBinary("prod/binary");
    vault.hold("prod/text", Seen.Hindrance.MANAGED);
    Json.Obj page = page("dan", "prod", Map.of());
    assertThat(paths(page)).containsExactly("/binary", "/db", "/nested", "/text");
    assertThat(items(page).stream().map(each -> text(each, "content")))
        .containsExactly("UNREADABLE", "OBJECT", "UNREADABLE", "TEXT");
    assertThat(Objects.requireNonNull(items(page).get(1).get("keys")).text())
        .isEqualTo(
            "[{\"key\":\"HOST\",\"kind\":\"STRING\",\"rotated\":false},"
                + "{\"key\":\"PORT\",\"kind\":\"NUMBER\",\"rotated\":false},"
                + "{\"key\":\"ON\",\"kind\":\"BOOLEAN\",\"rotated\":false}]");
    assertThat(Objects.requireNonNull(items(page).get(3).get("keys")).text()).contains("\"value\"");
    assertThat(text(items(page).get(3), "hindrance")).isEqualTo("MANAGED");
    assertThat(page.text()).doesNotContain("canary");
  }

  @Test
  void each_reader_finds_what_they_have_something_to_do_with() {
    holds("/app/db", "/mail");
    Binding dan = Rulebook.binding("dan", Role.DEVELOPER, "dan");
    write(
        new Entry.OfBinding(
            Rulebook.PAYMENTS,
            new Binding(
                dan.id(), dan.role(), dan.holder(), Rulebook.PROD, PathGlob.of("/app/**"), 2)));
    assertThat(paths(page("dan", "prod", Map.of()))).containsExactly("/app/db");
    assertThat(paths(page("ada", "prod", Map.of()))).containsExactly("/app/db", "/mail");
    assertThat(Objects.requireNonNull(items(page("dan", "prod", Map.of())).getFirst().get("may")))
        .isEqualTo(Json.texts(List.of("propose")));
    assertThat(Objects.requireNonNull(items(page("ada", "prod", Map.of())).getFirst().get("may")))
        .isEqualTo(Json.texts(List.of("propose", "reveal")));
    for (String[] unknown : new String[][] {{"amy", "prod"}, {"ada", "nowhere"}}) {
      assertThatThrownBy(() -> page(unknown[0], unknown[1], Map.of()))
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void cursors_lead_through_it_while_others_come_and_go() {
    holds("/a", "/b", "/c", "/d", "/e");
    Map<String, String> query = new TreeMap<>(Map.of("limit", "2"));
    Json.Obj first = page("dan", "prod", query);
    assertThat(paths(first)).containsExactly("/a", "/b");
    vault.outsider().purge("prod/b");
    holds("/aa", "/bb");
    query.put("cursor", text(first, "next"));
    Json.Obj second = page("dan", "prod", query);
    assertThat(paths(second)).containsExactly("/bb", "/c");
    query.put("cursor", text(second, "next"));
    Json.Obj last = page("dan", "prod", query);
    assertThat(paths(last)).containsExactly("/d", "/e");
    assertThat(last.get("next")).isEqualTo(new Json.Null());
  }

  @Test
  void it_is_narrowed_by_the_beginning_of_the_path_and_bad_words_are_refused() {
    holds("/app/db", "/app/mail", "/appendix");
    assertThat(paths(page("dan", "prod", Map.of("path", "/app/")))).hasSize(2);
    assertThat(paths(page("dan", "prod", Map.of("path", "/app/mail")))).hasSize(1);
    for (Map<String, String> bad :
        List.of(
            Map.of("path", "app"),
            Map.of("cursor", "x"),
            Map.of("key", ""),
            Map.of("key", "k".repeat(256)),
            Map.of("limit", "51"),
            Map.of("limit", "0"),
            Map.of("other", "x"))) {
      assertThatThrownBy(() -> page("dan", "prod", bad)).isInstanceOf(InvalidField.class);
    }
    for (int i = 0; i < Inventory.MOST; i++) {
      holds("/many/" + i);
    }
    assertThatThrownBy(() -> page("dan", "prod", Map.of()))
        .isInstanceOfSatisfying(
            InvalidField.class, e -> assertThat(e.rule()).isEqualTo("too-many-documents"));
  }

  @Test
  void it_is_narrowed_by_the_beginning_of_a_key_and_says_how_far_it_came() {
    for (int i = 0; i < 60; i++) {
      vault.outsider().create("prod/%02d".formatted(i), "{\"Host\":\"canary\",\"N" + i + "\":1}");
    }
    vault.outsider().create("prod/text", "canary");
    vault.outsider().createBinary("prod/zero");
    assertThat(paths(page("dan", "prod", Map.of("key", "n7")))).containsExactly("/07");
    assertThat(paths(page("dan", "prod", Map.of("key", "hOs", "limit", "2"))))
        .containsExactly("/00", "/01");
    Json.Obj first = page("dan", "prod", Map.of("key", "N59"));
    assertThat(items(first)).isEmpty();
    Json.Obj second = page("dan", "prod", Map.of("key", "N59", "cursor", text(first, "next")));
    assertThat(paths(second)).containsExactly("/59");
    assertThat(second.get("next")).isEqualTo(new Json.Null());
    assertThat(paths(page("dan", "prod", Map.of("key", "value", "path", "/t"))))
        .containsExactly("/text");
  }

  @Test
  void open_requests_are_named_with_the_keys_that_they_would_change() {
    holds("/db", "/other");
    settled.open();
    Json.Obj page = page("dan", "prod", Map.of());
    assertThat(paths(page)).containsExactly("/db", "/other");
    assertThat(pending(items(page).getLast())).isEqualTo("[]");
    assertThat(pending(items(page).getFirst()))
        .contains("\"id\":\"" + Proposals.ONE + "\"", "\"keys\":[\"PASSWORD\"]")
        .contains("\"author\":{\"id\":\"dan\"");
    assertThat(page.text()).doesNotContain("canary");
  }

  @Test
  void what_the_reader_may_not_see_of_open_requests_is_left_out() {
    holds("/db");
    settled.open();
    revealer("cleo");
    assertThat(pending(items(page("cleo", "prod", Map.of())).getFirst())).isEqualTo("[]");
  }

  private void revealer(String name) {
    Person person = People.person(name);
    Subject subject = new Subject("https://issuer.example.com", name);
    write(
        new Entry.OfPerson(
            null,
            new Person(
                person.id(), person.name(), person.email(), true, subject, person.groups(), 1)));
    Role revealer = new Role(new RoleId("revealer"), EnumSet.of(Permission.SECRETS_REVEAL), 1);
    write(new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding(name, revealer, name)));
  }

  @Test
  void what_is_only_proposed_is_shown_with_the_requests_that_would_make_it() {
    holds("/a", "/z");
    makes();
    Json.Obj page = page("dan", "prod", Map.of());
    assertThat(paths(page)).containsExactly("/a", "/db", "/z");
    Json.Obj proposed = items(page).get(1);
    assertThat(text(proposed, "content")).isEqualTo("PROPOSED");
    assertThat(proposed.get("versionId")).isEqualTo(new Json.Null());
    assertThat(proposed.get("keys")).isEqualTo(new Json.Arr(List.of()));
    assertThat(pending(proposed)).contains("\"id\":\"" + Proposals.ONE + "\"");
    Json.Obj first = page("dan", "prod", Map.of("limit", "1"));
    Map<String, String> next = Map.of("limit", "1", "cursor", text(first, "next"));
    assertThat(paths(page("dan", "prod", next))).containsExactly("/db");
    assertThat(paths(page("dan", "prod", Map.of("path", "/d")))).containsExactly("/db");
    assertThat(paths(page("dan", "prod", Map.of("path", "/z")))).containsExactly("/z");
    assertThat(paths(page("dan", "prod", Map.of("key", "pass")))).containsExactly("/db");
    assertThat(paths(page("dan", "prod", Map.of("key", "other")))).isEmpty();
    assertThat(page.text()).doesNotContain("canary");
  }

  @Test
  void what_is_proposed_is_not_shown_to_who_may_not_see_the_request_nor_once_that_has_ended() {
    makes();
    revealer("cleo");
    assertThat(paths(page("cleo", "prod", Map.of()))).isEmpty();
    settled.happens(
        Commit.of(
            Proposals.ONE,
            settled.head(),
            List.of(new Event.Withdrawn(People.id("dan"), "")),
            Instant.now()));
    assertThat(paths(page("dan", "prod", Map.of()))).isEmpty();
  }

  @Test
  void what_went_from_under_a_request_is_not_proposed() {
    holds("/a");
    settled.open();
    assertThat(paths(page("dan", "prod", Map.of()))).containsExactly("/a");
  }

  /** Dan's open request for a document that is not there. */
  private void makes() {
    Revision plain =
        Proposals.revision(
            People.ids("dan"),
            settled.rules().bind(List.of(Rulebook.DB), settled.tables.store().directory()),
            Rulebook.DB);
    Revision revision =
        Revision.sealed(
            plain.request(),
            plain.token(),
            plain.author(),
            plain.title(),
            plain.message(),
            plain.operations(),
            List.of(new DocumentBase(Rulebook.DB, null, null)),
            plain.policies(),
            settled.tables.store().directory(),
            Instant.now());
    settled.happens(
        Commit.of(Proposals.ONE, null, Settled.submitted(revision), Instant.now()).with(revision));
  }

  private static String pending(Json.Obj document) {
    return Objects.requireNonNull(document.get("pending")).text();
  }

  @Test
  void the_request_that_wrote_the_version_is_named_until_somebody_else_writes() {
    vault.outsider().create("prod/db", "{}");
    String version = vault.outsider().put("prod/db", "{\"PASSWORD\":\"canary\"}");
    makes();
    Landed landed =
        new Landed(Rulebook.DB, "arn", version, List.of("PASSWORD"), Landed.Fate.WRITTEN);
    settled.happens(
        Commit.of(
            Proposals.ONE,
            settled.head(),
            List.of(new Event.Merged(settled.head().request().digest(), List.of(landed))),
            Instant.now()));
    assertThat(text(items(page("dan", "prod", Map.of())).getFirst(), "request"))
        .isEqualTo(Proposals.ONE.toString());
    vault.outsider().put("prod/db", "{}");
    Json.Obj changed = items(page("dan", "prod", Map.of())).getFirst();
    assertThat(text(changed, "request")).isEmpty();
    assertThat(text(changed, "previousVersionId")).isEqualTo(version);
  }
}
