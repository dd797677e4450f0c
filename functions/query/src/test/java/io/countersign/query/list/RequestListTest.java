package io.countersign.query.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.edge.http.HttpRequest;
import io.countersign.explain.Reason;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.query.reading.Reader;
import io.countersign.request.Event;
import io.countersign.revision.Digest;
import io.countersign.revision.Remains;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Ask;
import io.countersign.store.Catalog.Before;
import io.countersign.store.Commit;
import io.countersign.store.Head;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How far a list looks, and what it does not show. */
class RequestListTest {
  private final Settled settled = new Settled();
  private final RequestList list =
      new RequestList(
          new Reader(settled.tables.store(), settled.tables.registry()),
          settled.tables.store(),
          settled.tables.catalog(),
          () -> Proposals.NOON);

  private void submit(int from, int to, String title) {
    Revision revision = Proposals.revision(People.ids("dan"), List.of(), Rulebook.DB);
    for (int i = from; i <= to; i++) {
      Event submitted =
          new Event.Submitted(
              People.id("dan"), 1, revision.digest(), title, List.of(Rulebook.DB), null);
      RequestId id = new RequestId(Rulebook.PAYMENTS, i);
      settled.happens(
          Commit.of(id, null, List.of(submitted), Proposals.NOON.plusSeconds(i)).with(revision));
    }
  }

  private Json.Obj call(String person, Map<String, String> query) {
    Subject subject =
        Objects.requireNonNull(
            Objects.requireNonNull(settled.tables.store().directory().person(new PersonId(person)))
                .subject());
    return JsonText.object(
        list.list(
                new HttpRequest(
                    "GET /v1/change-requests",
                    "GET",
                    "/v1/change-requests",
                    Map.of(),
                    query,
                    Map.of(),
                    Map.of("iss", subject.issuer(), "sub", subject.subject()),
                    ""))
            .body());
  }

  private static int items(Json.Obj page) {
    return page.get("items") instanceof Json.Arr(List<Json> items) ? items.size() : -1;
  }

  private static String text(Json.Obj page, String name) {
    return page.get(name) instanceof Json.Str(String text) ? text : "";
  }

  @Test
  void a_search_looks_at_a_thousand_requests_and_says_how_far_it_came() {
    submit(1, 1, "needle");
    submit(2, 1_005, "hay");
    Map<String, String> query = new TreeMap<>(Map.of("q", "NEEDLE"));
    Json.Obj first = call("ada", query);
    assertThat(items(first)).isZero();
    assertThat(text(first, "reached")).isEqualTo(Proposals.NOON.plusSeconds(6).toString());
    query.put("cursor", text(first, "next"));
    Json.Obj second = call("ada", query);
    assertThat(items(second)).isEqualTo(1);
    assertThat(text(second, "next") + text(second, "reached")).isEmpty();
  }

  @Test
  void cursors_lead_through_a_narrowed_list_and_each_comes_once() {
    submit(1, 120, "hay");
    List<Integer> sizes = new ArrayList<>();
    String next = "";
    do {
      Map<String, String> query = new TreeMap<>(Map.of("q", "hay", "limit", "50"));
      if (!next.isEmpty()) {
        query.put("cursor", next);
      }
      Json.Obj page = call("ada", query);
      sizes.add(items(page));
      next = text(page, "next");
    } while (!next.isEmpty());
    assertThat(sizes).containsExactly(50, 50, 20);
  }

  @Test
  void a_cursor_does_not_name_a_request_that_the_reader_may_not_see() {
    submit(1, 1_001, "hay");
    Json.Obj page = call("amy", Map.of("q", "hay"));
    assertThat(items(page)).isZero();
    String cursor =
        new String(Base64.getUrlDecoder().decode(text(page, "next")), StandardCharsets.UTF_8);
    assertThat(cursor).doesNotContain("payments");
    assertThat(ListCursor.read(text(page, "next")))
        .isEqualTo(new Before(Proposals.NOON.plusSeconds(2), null));
  }

  private void bypassed(int number) {
    submit(number, number, "urgent");
    Head head =
        Objects.requireNonNull(
            settled
                .tables
                .store()
                .read(Ask.state(new RequestId(Rulebook.PAYMENTS, number)))
                .head());
    Digest digest = head.request().digest();
    List<Event> events = new ArrayList<>();
    events.add(
        new Event.MergeStarted(
            People.id("dan"), digest, Event.Mode.BYPASS, "Leaked", People.ids(), true));
    events.add(new Event.Bypassed(digest, List.of()));
    if (number % 2 == 0) {
      events.add(new Event.Acknowledged(People.id("amy"), ""));
    }
    settled.happens(Commit.of(head.request().id(), head, events, Proposals.NOON));
  }

  @Test
  void of_those_bypassed_it_shows_which_an_approver_has_looked_at() {
    IntStream.rangeClosed(1, 3).forEach(this::bypassed);
    submit(4, 4, "usual");
    assertThat(items(call("ada", Map.of("status", "BYPASSED")))).isEqualTo(3);
    assertThat(items(call("ada", Map.of("status", "BYPASSED", "reviewed", "false")))).isEqualTo(2);
    assertThat(items(call("ada", Map.of("status", "BYPASSED", "reviewed", "true")))).isEqualTo(1);
  }

  private void failed(int number, Event... then) {
    submit(number, number, "urgent");
    RequestId id = new RequestId(Rulebook.PAYMENTS, number);
    Head head = Objects.requireNonNull(settled.tables.store().read(Ask.state(id)).head());
    Digest digest = head.request().digest();
    List<Event> events = new ArrayList<>();
    events.add(
        new Event.MergeStarted(
            People.id("dan"), digest, Event.Mode.BYPASS, "Leaked", People.ids(), true));
    events.add(
        new Event.Failed(
            digest,
            List.of(new Remains(Rulebook.DB, Remains.State.HELD, "v2", "prod:/db holds it."))));
    events.addAll(List.of(then));
    settled.happens(Commit.of(id, head, events, Proposals.NOON));
  }

  @Test
  void what_was_bypassed_and_failed_is_among_those_also_once_it_was_undone() {
    submit(1, 1, "usual");
    bypassed(3);
    failed(4);
    Digest any = new Digest("f".repeat(64));
    failed(5, new Event.Conflicted(any, Reason.of("aws-refused", "It was denied."), false));
    failed(
        6,
        new Event.Conflicted(any, Reason.of("aws-refused", "It was denied."), false),
        new Event.Acknowledged(People.id("amy"), ""));
    assertThat(items(call("ada", Map.of("reviewed", "false")))).isEqualTo(3);
    assertThat(items(call("ada", Map.of("reviewed", "false", "status", "OPEN,FAILED"))))
        .isEqualTo(2);
    assertThat(items(call("ada", Map.of("reviewed", "true")))).isEqualTo(1);
  }

  @Test
  void reviewed_is_true_or_false() {
    assertThatThrownBy(() -> call("ada", Map.of("reviewed", "no")))
        .isInstanceOfSatisfying(
            InvalidField.class, e -> assertThat(e.field()).isEqualTo("reviewed"));
  }

  @Test
  void a_cursor_is_one_that_a_list_has_given() {
    for (String bad : List.of("", "!", "bmV4dA", "MjAyNi0wMy0wMlQxMjowMDowMFogeA")) {
      assertThatThrownBy(() -> call("ada", Map.of("cursor", bad)))
          .isInstanceOfSatisfying(
              InvalidField.class, e -> assertThat(e.field()).isEqualTo("cursor"));
    }
  }
}
