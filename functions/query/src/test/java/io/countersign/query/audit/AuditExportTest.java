package io.countersign.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Verdict;
import io.countersign.audit.Verifier;
import io.countersign.directory.Subject;
import io.countersign.edge.http.HttpRequest;
import io.countersign.edge.http.HttpResponse;
import io.countersign.edge.http.ProblemException;
import io.countersign.journal.Deed;
import io.countersign.journal.Tip;
import io.countersign.json.InvalidField;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.project.ProjectId;
import io.countersign.query.reading.Reader;
import io.countersign.request.Event;
import io.countersign.revision.RequestId;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Counters;
import io.countersign.store.Head;
import io.countersign.store.Journal;
import io.countersign.store.Note;
import io.countersign.store.Trail.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of an export, and who gets them. */
class AuditExportTest {
  private final Settled settled = new Settled();
  private final Reader reader = new Reader(settled.tables.store(), settled.tables.registry());
  private final AuditExport export =
      new AuditExport(
          reader, settled.tables.store(), settled.tables.trail(), settled.tables.journal());

  private void submit(int number) {
    Event submitted =
        new Event.Submitted(
            People.id("dan"),
            1,
            Proposals.revision(People.ids("dan"), List.of()).digest(),
            "t",
            List.of(Rulebook.DB),
            null);
    settled.happens(
        Commit.of(id(number), null, List.of(submitted), Proposals.NOON.plusSeconds(number)));
  }

  private void comment(int number, int times) {
    List<Event> comments = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      comments.add(new Event.Commented(People.id("dan"), "c".repeat(4096)));
    }
    for (int i = 0; i < times; i++) {
      Head head = settled.tables.store().read(Ask.state(id(number))).head();
      settled.happens(Commit.of(id(number), head, comments, Proposals.NOON));
    }
  }

  private void reveal(int times, String key) {
    Journal journal = settled.tables.journal();
    Deed deed = new Deed.Revealed(People.id("ada"), Rulebook.DB, key, "version-1");
    for (int i = 0; i < times; i++) {
      Counters counters =
          Objects.requireNonNull(
              settled
                  .tables
                  .store()
                  .read(new Ask(null, null, null, null, Rulebook.PAYMENTS))
                  .counters());
      Tip tip = journal.tip(Rulebook.PAYMENTS);
      assertThat(journal.write(new Note(tip, deed, Proposals.NOON, counters))).isTrue();
    }
  }

  private static RequestId id(int number) {
    return new RequestId(Rulebook.PAYMENTS, number);
  }

  private HttpResponse call(String person, Map<String, String> query) {
    Subject subject = subject(person);
    return export.export(
        new HttpRequest(
            "GET /v1/audit",
            "GET",
            "/v1/audit",
            Map.of(),
            query,
            Map.of(),
            Map.of("iss", subject.issuer(), "sub", subject.subject(), "token_use", "access"),
            ""));
  }

  private Subject subject(String person) {
    var known = settled.tables.store().directory().person(People.id(person));
    Subject subject = known == null ? null : known.subject();
    return subject == null ? new Subject("https://example.com", person) : subject;
  }

  private List<List<String>> pages() {
    List<List<String>> pages = new ArrayList<>();
    @Nullable String next = "";
    while (next != null) {
      Map<String, String> query =
          next.isEmpty()
              ? Map.of("project", "payments")
              : Map.of("project", "payments", "after", next);
      pages.add(List.of(call("ada", query).body().split("\n")));
      next =
          JsonText.object(pages.getLast().getLast()).get("next") instanceof Json.Str(String text)
              ? text
              : null;
    }
    return pages;
  }

  private static Verdict verdict(List<List<String>> pages) {
    Verifier verifier = new Verifier();
    pages.forEach(page -> page.forEach(verifier::line));
    return verifier.end();
  }

  @Test
  void a_page_ends_after_50_requests() {
    for (int i = 1; i <= 101; i++) {
      submit(i);
    }
    assertThat(pages()).hasSize(3);
    assertThat(verdict(pages())).isEqualTo(new Verdict.Whole(101, 101));
  }

  @Test
  void a_page_ends_at_its_size_also_within_a_request() {
    submit(1);
    submit(2);
    comment(2, 14);
    submit(3);
    assertThat(pages()).hasSize(3);
    assertThat(pages())
        .allMatch(page -> page.stream().mapToInt(each -> each.length()).sum() < 2 << 20);
    assertThat(verdict(pages())).isEqualTo(new Verdict.Whole(3, 703));
  }

  @Test
  void a_request_that_grows_between_two_pages_goes_on_with_what_it_has_then() {
    submit(1);
    comment(1, 6);
    List<String> first = pages().getFirst();
    comment(1, 1);
    submit(2);
    List<List<String>> all = pages();
    all.set(0, first);
    assertThat(verdict(all)).isEqualTo(new Verdict.Whole(2, 352));
  }

  @Test
  void the_journal_comes_first_whatever_times_are_asked_for() {
    submit(1);
    reveal(3, "PASSWORD");
    assertThat(verdict(pages())).isEqualTo(new Verdict.Whole(1, 4));
    List<String> lines =
        List.of(
            call("ada", Map.of("project", "payments", "from", "2030-01-01T00:00:00Z"))
                .body()
                .split("\n"));
    assertThat(lines).hasSize(6);
    assertThat(lines.get(1)).startsWith("{\"line\":\"journal\",\"journal\":\"payments/journal\"");
    assertThat(verdict(List.of(lines))).isEqualTo(new Verdict.Whole(0, 3));
  }

  @Test
  void a_page_ends_at_its_size_also_within_the_journal() {
    submit(1);
    reveal(300, "K".repeat(4096));
    List<List<String>> before = pages();
    assertThat(before).hasSize(2);
    reveal(1, "K");
    List<List<String>> all = pages();
    all.set(0, before.getFirst());
    assertThat(verdict(all)).isEqualTo(new Verdict.Whole(1, 302));
  }

  @Test
  void a_deed_that_is_missing_or_changed_is_named() {
    reveal(3, "PASSWORD");
    List<String> lines = new ArrayList<>(pages().getFirst());
    String third = lines.set(3, lines.get(3).replace("PASSWORD", "HOST"));
    assertThat(verdict(List.of(lines)).toString()).contains("event 2 of payments/journal");
    lines.set(3, third);
    lines.remove(4);
    assertThat(verdict(List.of(lines)).toString()).contains("event 3 of payments/journal");
  }

  @Test
  void only_who_has_audit_read_on_the_whole_project_gets_it() {
    Map<String, String> query = Map.of("project", "payments");
    Assertions.assertThatThrownBy(() -> call("dan", query))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().code()).isEqualTo("permission-missing"));
    Assertions.assertThatThrownBy(() -> call("amy", query))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(404));
    assertThat(call("ada", query).headers()).containsEntry("content-type", "application/x-ndjson");
  }

  @Test
  void the_organisations_journal_is_for_who_has_audit_read_in_all_projects() {
    Map<String, String> query = Map.of("project", "*");
    List<String> lines = List.of(call("ada", query).body().split("\n"));
    assertThat(lines.get(1)).startsWith("{\"line\":\"journal\",\"journal\":\"*/journal\"");
    assertThat(lines.get(2)).contains("SetupBegun", "ada");
    assertThat(verdict(List.of(lines))).isEqualTo(new Verdict.Whole(0, 1));
    Assertions.assertThatThrownBy(() -> call("dan", query))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(404));
  }

  @Test
  void a_cursor_is_one_that_an_export_of_this_project_has_given() {
    submit(1);
    String other = new AuditCursor.AtRequest(place("other-1"), 0).text();
    String ahead = new AuditCursor.AtRequest(place("payments-1"), 7).text();
    String gone = new AuditCursor.AtRequest(place("payments-9"), 1).text();
    String empty = new AuditCursor.InJournal(Rulebook.PAYMENTS, 1).text();
    String foreign = new AuditCursor.InJournal(ProjectId.of("other"), 1).text();
    for (String bad :
        List.of("", "!", "bmV4dA", other, ahead, gone, empty, foreign, "MSAyIDM=", other + "=")) {
      Assertions.assertThatThrownBy(() -> call("ada", Map.of("project", "payments", "after", bad)))
          .isInstanceOfSatisfying(
              InvalidField.class, e -> assertThat(e.field()).isEqualTo("after"));
    }
  }

  private static Place place(String id) {
    return new Place(Proposals.NOON, RequestId.parse(id));
  }
}
