package io.countersign.query.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.directory.Subject;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.ProblemException;
import io.countersign.explain.Reason;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.policy.Policy;
import io.countersign.query.reading.Reader;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Contention;
import io.countersign.store.Counters;
import io.countersign.store.Entry;
import io.countersign.store.Head;
import io.countersign.waiting.Keeping;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What waits for whom, and how much of everything there is. */
class WaitingListTest {
  private final Settled settled = new Settled();
  private final InstantSource clock = () -> Proposals.NOON;
  private final Reader reader = new Reader(settled.tables.store(), settled.tables.registry());
  private final RequestList list =
      new RequestList(reader, settled.tables.store(), settled.tables.catalog(), clock);
  private final Counts counts =
      new Counts(
          reader,
          settled.tables.store(),
          settled.tables.registry(),
          settled.tables.catalog(),
          clock);
  private final Keeping keeping =
      new Keeping(
          settled.tables.store(), settled.tables.waiting(), new Contention(new Random(1), _ -> {}));

  private void submit(int from, int to) {
    Revision first =
        Proposals.revision(
            People.ids("dan"),
            settled.rules().bind(List.of(Rulebook.DB), settled.tables.store().directory()),
            Rulebook.DB);
    for (int i = from; i <= to; i++) {
      Revision revision = Proposals.of(id(i), first);
      Event submitted =
          new Event.Submitted(
              People.id("dan"), 1, revision.digest(), "title", List.of(Rulebook.DB), null);
      settled.happens(
          Commit.of(id(i), null, List.of(submitted), Proposals.NOON.plusSeconds(i)).with(revision));
      keeping.keep(id(i));
    }
  }

  private void happens(int number, Event event) {
    Head head = settled.tables.store().read(Ask.state(id(number))).head();
    settled.happens(Commit.of(id(number), head, List.of(event), Proposals.NOON));
  }

  private void approves(String who, int number) {
    happens(number, new Event.Voted(People.id(who), digest(number), Decision.APPROVE, ""));
  }

  private Digest digest(int number) {
    Head head = settled.tables.store().read(Ask.state(id(number))).head();
    return Objects.requireNonNull(head).request().digest();
  }

  private static RequestId id(int number) {
    return new RequestId(Rulebook.PAYMENTS, number);
  }

  private HttpRequest http(String person, Map<String, String> query) {
    Subject subject =
        Objects.requireNonNull(
            Objects.requireNonNull(settled.tables.store().directory().person(People.id(person)))
                .subject());
    return new HttpRequest(
        "GET",
        "GET",
        "/",
        Map.of(),
        query,
        Map.of(),
        Map.of("iss", subject.issuer(), "sub", subject.subject()),
        "");
  }

  private Json.Obj page(String person, String... more) {
    Map<String, String> query = new TreeMap<>(Map.of("waitingFor", "me"));
    for (int i = 0; i < more.length; i += 2) {
      query.put(more[i], more[i + 1]);
    }
    return JsonText.object(list.list(http(person, query)).body());
  }

  private static List<String> items(Json.Obj page) {
    List<String> items = new ArrayList<>();
    if (page.get("items") instanceof Json.Arr(List<Json> all)) {
      for (Json each : all) {
        Json.Obj item = (Json.Obj) each;
        items.add(text(item, "id") + " " + text(item, "wants"));
      }
    }
    return items;
  }

  private static String text(Json.Obj object, String name) {
    return object.get(name) instanceof Json.Str(String text) ? text : "";
  }

  private Json.Obj counted(String person, Map<String, String> query) {
    HttpResponse answer = counts.count(http(person, query));
    return JsonText.object(answer.body());
  }

  private static String of(Json.Obj counted, String status) {
    return counted.get("statuses") instanceof Json.Obj statuses
        ? Objects.requireNonNull(statuses.get(status)).text()
        : "";
  }

  private static String number(int count, boolean more) {
    return Json.object().put("count", count).put("more", more).build().text();
  }

  @Test
  void it_is_what_the_reader_could_bring_forward_and_what_that_is() {
    submit(1, 3);
    approves("amy", 2);
    keeping.keep(id(2));
    assertThat(items(page("amy"))).containsExactly("payments-3 VOTE", "payments-1 VOTE");
    assertThat(items(page("dan"))).containsExactly("payments-2 MERGE");
    assertThat(items(page("ada"))).isEmpty();
  }

  @Test
  void a_row_says_how_far_it_has_come_and_how_its_reader_has_voted() {
    submit(1, 3);
    approves("amy", 2);
    happens(3, new Event.Withdrawn(People.id("dan"), ""));
    assertThat(rows("amy"))
        .containsExactly(
            "payments-3 null null",
            "payments-2 \"APPROVE\" {\"needed\":1,\"counted\":1}",
            "payments-1 null {\"needed\":1,\"counted\":0}");
    assertThat(rows("bob")).contains("payments-2 null {\"needed\":1,\"counted\":1}");
  }

  @Test
  void of_a_policy_that_was_edited_since_a_row_counts_the_version_that_lacks_more() {
    submit(1, 1);
    approves("amy", 1);
    Policy policy = settled.rules().policies().getFirst();
    settled.governs(Rulebook.edited(policy, Rulebook.requirement(2, "amy", "bob")));
    assertThat(rows("bob")).containsExactly("payments-1 null {\"needed\":2,\"counted\":1}");
    settled.governs(
        Rulebook.edited(
            settled.rules().policies().getFirst(), Rulebook.requirement(1, "amy", "bob")));
    assertThat(rows("bob")).containsExactly("payments-1 null {\"needed\":1,\"counted\":1}");
  }

  @Test
  void a_row_says_to_whoever_looks_what_an_open_request_needs_next() {
    submit(1, 4);
    approves("amy", 2);
    approves("amy", 3);
    happens(3, Event.MergeStarted.agreed(People.id("dan"), digest(3), false));
    happens(
        3, new Event.Conflicted(digest(3), Reason.of("keys-changed", "KEY was changed."), true));
    happens(4, new Event.Withdrawn(People.id("dan"), ""));
    for (String person : List.of("ada", "amy", "bob", "dan")) {
      assertThat(rows(person, "needs"))
          .containsExactly(
              "payments-4 null",
              "payments-3 \"REVISION\"",
              "payments-2 \"MERGE\"",
              "payments-1 \"APPROVAL\"");
    }
    settled.governs(
        Rulebook.edited(
            settled.rules().policies().getFirst(), Rulebook.requirement(2, "amy", "bob")));
    assertThat(rows("bob", "needs")).contains("payments-2 \"APPROVAL\"");
  }

  private List<String> rows(String person) {
    return rows(person, "voted", "approvals");
  }

  private List<String> rows(String person, String... names) {
    Json.Obj page = JsonText.object(list.list(http(person, Map.of())).body());
    List<String> rows = new ArrayList<>();
    if (page.get("items") instanceof Json.Arr(List<Json> all)) {
      for (Json each : all) {
        Json.Obj item = (Json.Obj) each;
        StringBuilder row = new StringBuilder(text(item, "id"));
        for (String name : names) {
          row.append(' ').append(Objects.requireNonNull(item.get(name)).text());
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  @Test
  void what_the_list_does_not_know_yet_is_not_shown_all_the_same() {
    submit(1, 2);
    approves("amy", 2);
    happens(1, new Event.Withdrawn(People.id("dan"), ""));
    assertThat(items(page("amy"))).isEmpty();
    assertThat(items(page("bob"))).isEmpty();
  }

  @Test
  void it_is_narrowed_like_any_list() {
    submit(1, 2);
    assertThat(items(page("amy", "project", "payments"))).hasSize(2);
    assertThat(items(page("amy", "project", "other"))).isEmpty();
    assertThat(items(page("amy", "status", "FAILED"))).isEmpty();
    assertThat(items(page("amy", "q", "nothing"))).isEmpty();
    assertThat(items(page("amy", "q", "pass"))).hasSize(2);
    assertThatThrownBy(() -> list.list(http("amy", Map.of("waitingFor", "bob"))))
        .isInstanceOfSatisfying(
            InvalidField.class, e -> assertThat(e.field()).isEqualTo("waitingFor"));
  }

  @Test
  void cursors_lead_through_it_while_others_come_and_go() {
    submit(1, 6);
    List<String> seen = new ArrayList<>();
    Json.Obj page = page("amy", "limit", "2");
    int made = 7;
    while (!text(page, "next").isEmpty()) {
      seen.addAll(items(page));
      submit(made, made);
      approves("bob", made);
      keeping.keep(id(made));
      made++;
      page = page("amy", "limit", "2", "cursor", text(page, "next"));
    }
    seen.addAll(items(page));
    assertThat(seen)
        .containsExactly(
            "payments-6 VOTE",
            "payments-5 VOTE",
            "payments-4 VOTE",
            "payments-3 VOTE",
            "payments-2 VOTE",
            "payments-1 VOTE");
  }

  @Test
  void each_reader_counts_what_they_may_see() {
    submit(1, 3);
    happens(3, new Event.Withdrawn(People.id("dan"), ""));
    for (String reader : List.of("ada", "dan", "amy")) {
      assertThat(of(counted(reader, Map.of()), "OPEN")).isEqualTo(number(2, false));
      assertThat(of(counted(reader, Map.of("project", "payments")), "WITHDRAWN"))
          .isEqualTo(number(1, false));
    }
    assertThat(counted("amy", Map.of()).get("waitingForMe"))
        .isEqualTo(JsonText.parse(number(2, false)));
  }

  @Test
  void what_waits_is_counted_though_the_policy_names_others_now() {
    submit(1, 1);
    settled.governs(
        Rulebook.edited(settled.rules().policies().getFirst(), Rulebook.requirement(1, "bob")));
    assertThat(of(counted("amy", Map.of("project", "payments")), "OPEN"))
        .isEqualTo(number(1, false));
  }

  @Test
  void who_has_nothing_to_do_with_a_project_is_not_told_of_it() {
    submit(1, 1);
    Counters counters =
        settled.tables.store().read(new Ask(null, null, null, null, Rulebook.PAYMENTS)).counters();
    settled
        .tables
        .registry()
        .write(new Entry.OfPerson(null, People.person("eve")), Objects.requireNonNull(counters));
    assertThat(of(counted("eve", Map.of()), "OPEN")).isEqualTo(number(0, false));
    for (String project : List.of("payments", "nowhere")) {
      assertThatThrownBy(() -> counted("eve", Map.of("project", project)))
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void nothing_is_counted_further_than_it_is_of_use() {
    submit(1, 101);
    assertThat(of(counted("ada", Map.of()), "OPEN")).isEqualTo(number(100, true));
    assertThat(counted("amy", Map.of()).get("waitingForMe"))
        .isEqualTo(JsonText.parse(number(50, true)));
  }
}
