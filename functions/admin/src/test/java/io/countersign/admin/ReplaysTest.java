package io.countersign.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Permission;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.json.Fields;
import io.countersign.request.Event;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Entry;
import io.countersign.store.Head;
import io.countersign.wire.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a consumer gets that asks for a time once more. */
class ReplaysTest {
  private static final Role CARRIER =
      new Role(new RoleId("carrier"), EnumSet.of(Permission.DESTINATIONS_WRITE), 1);

  private final Office office = new Office();

  @BeforeEach
  void setUp() {
    office.begins();
    office.write(new Entry.OfPerson(null, People.person("ann")));
    office.write(new Entry.OfPerson(null, People.person("eve")));
    office.write(new Entry.OfProject(Rulebook.project()));
    office.write(new Entry.OfRole(Rulebook.PAYMENTS, CARRIER));
    office.write(new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding("ann", CARRIER, "ann")));
  }

  @Test
  void only_what_happened_in_that_time_comes_as_it_was() {
    submitted(1, Proposals.NOON);
    commented(1, "first", Proposals.NOON.plusSeconds(60));
    commented(1, "second", Proposals.NOON.plusSeconds(120));
    submitted(2, Proposals.NOON.plusSeconds(120));
    Answered answer =
        replay("ann", "\"from\":\"2026-03-02T12:01:00Z\",\"to\":\"2026-03-02T12:02:00Z\"");
    assertThat(answer.text()).isEqualTo("{\"published\":1,\"next\":null}");
    assertThat(office.told).containsExactly(history(1).get(1));
    assertThat(replay("ada", "\"from\":\"2026-03-02T12:02:00Z\"").text())
        .isEqualTo("{\"published\":2,\"next\":null}");
  }

  @Test
  void a_request_with_many_events_comes_whole_and_in_order() {
    submitted(1, Proposals.NOON);
    for (int i = 0; i < 24; i++) {
      commented(1, "number " + i, Proposals.NOON.plusSeconds(i));
    }
    assertThat(replay("ann", "\"from\":\"2026-03-02T12:00:00Z\"").text())
        .isEqualTo("{\"published\":25,\"next\":null}");
    assertThat(office.told).isEqualTo(history(1));
  }

  @Test
  void page_after_page_brings_each_event_once() {
    List<String> all = new ArrayList<>();
    for (int i = 1; i <= 120; i++) {
      submitted(i, Proposals.NOON.plusSeconds(i));
      all.add(history(i).getFirst());
    }
    String after = "";
    List<Integer> pages = new ArrayList<>();
    while (after != null) {
      Answered page = replay("ann", "\"from\":\"2026-03-02T12:00:00Z\"" + after);
      pages.add((int) Fields.of(page.body()).number("published"));
      String next = Fields.of(page.body()).optionalText("next");
      after = next == null ? null : ",\"after\":\"" + next + "\"";
    }
    assertThat(pages).containsExactly(50, 50, 20);
    assertThat(office.told).isEqualTo(all);
  }

  @Test
  void who_may_not_write_destinations_brings_nothing() {
    submitted(1, Proposals.NOON);
    assertThat(replay("eve", "\"from\":\"2026-03-02T12:00:00Z\"").status()).isEqualTo(404);
    assertThat(office.told).isEmpty();
  }

  @Test
  void a_time_that_is_none_is_refused_by_name() {
    refused("", "from", "required");
    refused("\"from\":\"yesterday\"", "from", "time");
    refused("\"from\":\"2026-03-02T12:00:00Z\",\"to\":\"2026-03-02T12:00:00Z\"", "from", "order");
    refused("\"from\":\"2026-03-02T12:00:00Z\",\"after\":\"payments-9\"", "after", "cursor");
    refused("\"from\":\"2026-03-02T12:00:00Z\",\"after\":\"other-1\"", "after", "cursor");
    refused("\"from\":\"2026-03-02T12:00:00Z\",\"until\":\"\"", "until", "unknown");
  }

  private void refused(String body, String field, String rule) {
    Answered answer = replay("ann", body);
    assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
    assertThat(answer.text()).contains("\"field\":\"" + field + "\"", "\"rule\":\"" + rule + "\"");
    assertThat(office.told).isEmpty();
  }

  private Answered replay(String who, String body) {
    return office.call(
        Calls.to("POST /v1/projects/{project}/replays")
            .with("project", "payments")
            .by(who)
            .body("{" + body + "}"));
  }

  private static RequestId id(int number) {
    return new RequestId(Rulebook.PAYMENTS, number);
  }

  private List<String> history(int number) {
    return Objects.requireNonNull(office.history.get(id(number)));
  }

  private void submitted(int number, Instant at) {
    Revision revision =
        Proposals.of(id(number), Proposals.revision(People.ids("dan"), List.of(), Rulebook.DB));
    commit(Commit.of(id(number), null, List.of(Proposals.submitted(revision)), at).with(revision));
  }

  private void commented(int number, String text, Instant at) {
    Head head = office.tables.store().read(Ask.state(id(number))).head();
    commit(Commit.of(id(number), head, List.of(new Event.Commented(People.id("dan"), text)), at));
  }

  private void commit(Commit commit) {
    assertThat(office.tables.store().commit(commit)).isTrue();
    long sequence = commit.after().sequence();
    office
        .history
        .computeIfAbsent(commit.after().id(), _ -> new ArrayList<>())
        .add(
            EventJson.record(commit.after().id(), sequence, commit.at(), commit.events().getFirst())
                .text());
  }
}
