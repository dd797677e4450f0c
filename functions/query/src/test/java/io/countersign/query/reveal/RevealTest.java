package io.countersign.query.reveal;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Recorded;
import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.Subject;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.Router;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.name.PathGlob;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.ProjectId;
import io.countersign.revision.Sealing;
import io.countersign.sample.AccessRules;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Doors.Call;
import io.countersign.store.Entry;
import io.countersign.store.PassingStore;
import io.countersign.store.Store;
import io.countersign.vault.FakeProposals;
import io.countersign.vault.FakeVault;
import io.countersign.wire.Unsealing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No value leaves before it is in the audit, and none without the right to it. */
class RevealTest {
  static final String TEXT =
      "{\"PASSWORD\":\"old-canary\",\"OLD\":1,\"LOGIN\":\"login-canary\",\"\":true}";
  private static final String DOCUMENT =
      "POST /v1/projects/{project}/environments/{environment}/documents/reveal";
  private static final String REQUEST = "POST /v1/change-requests/{id}/reveal";

  private final Settled settled = new Settled();
  private final FakeVault vault = new FakeVault();
  private final FakeProposals proposals = new FakeProposals(Instant::now);
  private String version = "";

  @BeforeEach
  void aDocument() {
    vault.outsider().create("prod/db", "{}");
    version = vault.outsider().put("prod/db", TEXT);
  }

  private Router router() {
    return router(settled.tables.store());
  }

  private Router router(Store store) {
    Managed managed = new Managed(vault);
    Contention contention = new Contention(new Random(1), _ -> {});
    InstantSource clock = InstantSource.system();
    DocumentReveal document =
        new DocumentReveal(store, settled.tables.journal(), managed, clock, contention);
    RequestReveal request =
        new RequestReveal(store, new Values(new Unsealing(proposals), managed), clock, contention);
    return new Router(Map.of(DOCUMENT, document::reveal, REQUEST, request::reveal));
  }

  private HttpResponse document(String person, String path, String key) {
    Map<String, String> at = Map.of("project", "payments", "environment", "prod");
    return call(person, DOCUMENT, at, Json.object().put("path", path).put("key", key).build());
  }

  private HttpResponse request(String person, String key) {
    return call(
        person,
        REQUEST,
        Map.of("id", "payments-1"),
        Json.object().put("environment", "prod").put("path", "/db").put("key", key).build());
  }

  private HttpResponse call(String person, String route, Map<String, String> at, Json body) {
    return call(router(), person, route, at, body);
  }

  private HttpResponse call(
      Router router, String person, String route, Map<String, String> at, Json body) {
    Subject subject =
        Objects.requireNonNull(
            Objects.requireNonNull(settled.tables.store().directory().person(People.id(person)))
                .subject());
    return router.answer(http(subject, route, at, body));
  }

  private static HttpRequest http(
      Subject subject, String route, Map<String, String> at, Json body) {
    return new HttpRequest(
        route,
        "POST",
        "/",
        at,
        Map.of(),
        Map.of(),
        Map.of("iss", subject.issuer(), "sub", subject.subject()),
        body.text());
  }

  private List<String> journal() {
    return settled.tables.journal().records(Rulebook.PAYMENTS, 0, 100).stream()
        .map(Recorded::text)
        .toList();
  }

  private List<Recorded> events() {
    return settled.tables.events(Proposals.ONE);
  }

  private static Json.Obj body(HttpResponse answer) {
    return JsonText.object(answer.body());
  }

  private static String text(HttpResponse answer, String name) {
    Json member = body(answer).get(name);
    return member == null ? "" : member.text();
  }

  private void write(Entry entry) {
    Counters counters =
        settled.tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters();
    assertThat(settled.tables.registry().write(entry, Objects.requireNonNull(counters))).isTrue();
  }

  private void danMayReveal(boolean may, long version) {
    var was = Rulebook.binding("revealer", may ? Role.ADMIN : Role.VIEWER, "dan");
    write(
        new Entry.OfBinding(
            Rulebook.PAYMENTS,
            new io.countersign.directory.Binding(
                was.id(), was.role(), was.holder(), null, null, version)));
  }

  private static void noValue(HttpResponse answer) {
    assertThat(answer.body()).doesNotContain("canary");
    assertThat(answer.headers().values().toString()).doesNotContain("canary");
  }

  /** Dan's access to all of production ends while the value is on its way, or holds. */
  private HttpResponse onItsWay(Duration lasts) {
    Instant begins = Instant.now();
    Instant ends = begins.plus(lasts);
    Grant grant =
        new Grant(
            new GrantId("payments-9"),
            People.id("dan"),
            Rulebook.PROD,
            PathGlob.ALL,
            AccessRules.actions(Permission.SECRETS_REVEAL),
            begins,
            ends);
    Store store =
        new PassingStore(settled.tables.store()) {
          @Override
          public Rules rules(ProjectId project) {
            return AccessRules.with(
                Objects.requireNonNull(super.rules(project)), List.of(grant), begins);
          }
        };
    Deque<Instant> times = new ArrayDeque<>(List.of(begins, begins.plusSeconds(5)));
    RequestReveal reveal =
        new RequestReveal(
            store,
            new Values(new Unsealing(proposals), new Managed(vault)),
            times::removeFirst,
            new Contention(new Random(1), _ -> {}));
    return call(
        new Router(Map.of(REQUEST, reveal::reveal)),
        "dan",
        REQUEST,
        Map.of("id", "payments-1"),
        Json.object().put("environment", "prod").put("path", "/db").put("key", "PASSWORD").build());
  }

  @Test
  void what_was_on_its_way_when_the_access_ended_is_not_shown_of_a_request_either() {
    Sealed.open(settled, proposals);
    HttpResponse shown = onItsWay(Duration.ofSeconds(6));
    assertThat(shown.status()).as(shown.body()).isEqualTo(200);
    assertThat(shown.body()).contains("canary");
    HttpResponse late = onItsWay(Duration.ofSeconds(5));
    assertThat(late.status()).isEqualTo(403);
    noValue(late);
    assertThat(text(late, "code")).contains("permission-missing");
  }

  @Test
  void a_current_value_is_in_the_journal_before_it_leaves() {
    HttpResponse answer = document("ada", "/db", "PASSWORD");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    assertThat(body(answer).get("current"))
        .isEqualTo(
            Json.object()
                .put("present", true)
                .put("value", "old-canary")
                .put("kind", "STRING")
                .put("versionId", version)
                .build());
    assertThat(journal()).hasSize(1);
    assertThat(journal().getFirst())
        .contains("ada", "prod:/db", "PASSWORD", version)
        .doesNotContain("canary");
  }

  @Test
  void a_value_that_cannot_be_noted_is_not_shown() {
    for (int i = 0; i < 2; i++) {
      if (i == 0) {
        settled.tables.doors().failBefore(Call.NOTE);
      } else {
        settled.tables.doors().failAfter(Call.NOTE);
      }
      HttpResponse answer = document("ada", "/db", "PASSWORD");
      assertThat(answer.status()).isEqualTo(503);
      noValue(answer);
    }
    assertThat(journal()).hasSize(1);
  }

  @Test
  void a_reveal_that_meets_another_is_noted_behind_it() {
    settled.tables.doors().first(Call.NOTE, () -> document("ada", "/db", "LOGIN"));
    assertThat(document("ada", "/db", "PASSWORD").status()).isEqualTo(200);
    assertThat(journal()).hasSize(2);
    assertThat(journal().getLast()).contains("PASSWORD");
  }

  @Test
  void who_has_just_lost_the_right_is_not_shown_it() {
    danMayReveal(true, 1);
    settled.tables.doors().first(Call.NOTE, () -> danMayReveal(false, 2));
    HttpResponse answer = document("dan", "/db", "PASSWORD");
    assertThat(answer.status()).isEqualTo(403);
    noValue(answer);
    assertThat(journal()).isEmpty();
  }

  @Test
  void whose_subject_is_no_longer_theirs_is_shown_nothing() {
    Sealed.open(settled, proposals);
    Subject old = settled.subject("ada");
    Router torn = router(settled.rebound("ada"));
    Json key = Json.object().put("path", "/db").put("key", "PASSWORD").build();
    Json part =
        Json.object().put("environment", "prod").put("path", "/db").put("key", "PASSWORD").build();
    Map<String, String> at = Map.of("project", "payments", "environment", "prod");
    for (HttpResponse answer :
        List.of(
            torn.answer(http(old, DOCUMENT, at, key)),
            torn.answer(http(old, REQUEST, Map.of("id", "payments-1"), part)))) {
      assertThat(body(answer).get("code")).isEqualTo(new Json.Str("unknown-person"));
      noValue(answer);
    }
    assertThat(journal()).isEmpty();
  }

  @Test
  void a_refusal_says_who_could_give_the_permission() {
    HttpResponse answer = document("dan", "/db", "PASSWORD");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(text(answer, "reasons"))
        .contains("permission-missing", "secrets:reveal on prod:/db", "\"id\":\"ada\"");
    noValue(answer);
    assertThat(journal()).isEmpty();
  }

  @Test
  void what_is_not_there_is_not_found_and_what_is_no_document_says_so() {
    assertThat(document("ada", "/db", "NONE").status()).isEqualTo(404);
    assertThat(document("ada", "/none", "KEY").status()).isEqualTo(404);
    vault.outsider().put("prod/db", "{\"a\":{\"b\":\"canary\"}}");
    HttpResponse answer = document("ada", "/db", "a");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(body(answer).get("code")).isEqualTo(new Json.Str("document-unreadable"));
    noValue(answer);
    assertThat(journal()).isEmpty();
  }

  @Test
  void any_key_that_a_document_has_can_be_shown() {
    assertThat(document("ada", "/db", "").body()).contains("\"value\":\"true\"", "BOOLEAN");
    vault.outsider().put("prod/db", "plain canary");
    assertThat(document("ada", "/db", "value").body()).contains("plain canary");
  }

  @Test
  void a_proposed_value_is_an_event_of_the_request_before_it_leaves() {
    Sealed.open(settled, proposals);
    HttpResponse answer = request("ada", "PASSWORD");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    assertThat(text(answer, "proposed")).contains("new-canary");
    assertThat(text(answer, "current")).contains("old-canary");
    assertThat(events()).hasSize(3);
    assertThat(events().toString()).contains("PROPOSED", "CURRENT").doesNotContain("canary");
  }

  @Test
  void an_approver_sees_what_is_proposed_and_never_what_is_there() {
    Policy one = settled.rules().policies().getFirst();
    Policy revealing = Rulebook.with(one, one.terms().revealing());
    write(
        new Entry.OfPolicy(
            Rulebook.PAYMENTS,
            new Policy(
                one.id(), one.name(), one.targets(), one.requirements(), revealing.terms(), 2)));
    Sealed.open(settled, proposals);
    HttpResponse answer = request("amy", "PASSWORD");
    assertThat(text(answer, "proposed")).contains("new-canary");
    assertThat(body(answer).get("current")).isEqualTo(new Json.Null());
    assertThat(events()).hasSize(2);
    assertThat(request("dan", "PASSWORD").status()).isEqualTo(403);
  }

  @Test
  void what_is_deleted_or_renamed_is_told_from_what_gets_a_value() {
    Sealed.open(settled, proposals);
    assertThat(text(request("ada", "OLD"), "proposed"))
        .isEqualTo("{\"present\":false,\"value\":null,\"from\":null}");
    assertThat(text(request("ada", "USER"), "proposed"))
        .isEqualTo("{\"present\":true,\"value\":null,\"from\":\"LOGIN\"}");
    assertThat(text(request("ada", "LOGIN"), "current")).contains("login-canary");
  }

  @Test
  void a_value_that_is_not_the_sealed_one_is_not_shown_and_leaves_no_event() {
    Sealed.open(
        settled,
        proposals,
        all ->
            all.stream()
                .map(
                    each ->
                        each.text() == null
                            ? each
                            : new Sealing(each.value(), each.base(), each.target(), "canary"))
                .toList());
    HttpResponse answer = request("ada", "PASSWORD");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(body(answer).get("code")).isEqualTo(new Json.Str("values-lost"));
    noValue(answer);
    assertThat(events()).hasSize(1);
  }

  @Test
  void values_that_are_gone_or_no_form_of_ours_are_lost() {
    var revision = Sealed.open(settled, proposals);
    proposals.delete(revision.partNames());
    assertThat(request("ada", "PASSWORD").status()).isEqualTo(409);
    String name = revision.partNames().getFirst();
    proposals.write(name, revision.batches().getFirst().parts().getFirst().versionId(), "canary");
    HttpResponse answer = request("ada", "PASSWORD");
    assertThat(answer.status()).isEqualTo(409);
    noValue(answer);
    assertThat(events()).hasSize(1);
  }

  @Test
  void a_proposed_value_whose_event_cannot_be_written_is_not_shown() {
    Sealed.open(settled, proposals);
    settled.tables.doors().failBefore(Call.COMMIT);
    HttpResponse answer = request("ada", "PASSWORD");
    assertThat(answer.status()).isEqualTo(503);
    noValue(answer);
    assertThat(events()).hasSize(1);
  }

  @Test
  void a_reveal_that_meets_another_command_is_decided_again() {
    Sealed.open(settled, proposals);
    settled.tables.doors().first(Call.COMMIT, () -> request("ada", "OLD"));
    assertThat(request("ada", "PASSWORD").status()).isEqualTo(200);
    assertThat(events()).hasSize(5);
  }
}
