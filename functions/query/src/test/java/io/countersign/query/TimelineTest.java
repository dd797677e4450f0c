package io.countersign.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.json.Json;
import io.countersign.query.timeline.Timeline;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.wire.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a request's page tells of one about which much was said. */
class TimelineTest {
  private static final int MANY = 1200;

  /** As many as one transaction takes. */
  private static final int AT_ONCE = 50;

  private final Settled settled = new Settled();
  private final Revision revision = settled.open();
  private final Digest digest = revision.digest();

  /** Its events as they are stored. */
  private final List<Json> told = new ArrayList<>();

  TimelineTest() {
    Settled.submitted(revision).forEach(this::tells);
  }

  private void happens(List<Event> events) {
    settled.happens(Commit.of(Proposals.ONE, settled.head(), events, Proposals.NOON));
    events.forEach(this::tells);
  }

  private void tells(Event event) {
    told.add(EventJson.record(Proposals.ONE, told.size() + 1, Proposals.NOON, event));
  }

  private void chatter() {
    Event comment = new Event.Commented(People.id("dan"), "and another thing");
    for (int i = 0; i < MANY / AT_ONCE; i++) {
      happens(Collections.nCopies(AT_ONCE, comment));
    }
  }

  private Look look() {
    Directory directory = settled.tables.store().directory();
    Actor dan = Actor.of(Objects.requireNonNull(directory.person(People.id("dan"))));
    return new Look(dan, settled.head(), revision, settled.rules(), directory, List.of());
  }

  private Timeline timeline() {
    return new Timeline(
        (_, after, limit) -> told.stream().skip(after).limit(limit).map(Json::text).toList());
  }

  private Json.Obj page() {
    Json none = new Json.Arr(List.of());
    return (Json.Obj)
        new RequestView(look(), timeline(), Instant.now()).json(none, none, none, none);
  }

  private static List<Json> items(Json.Obj page, String name) {
    return page.get(name) instanceof Json.Arr(List<Json> items) ? items : List.of();
  }

  @Test
  void the_newest_line_is_shown_however_many_there_were() {
    chatter();
    happens(List.of(new Event.Voted(People.id("amy"), digest, Decision.APPROVE, "now, please")));
    Json.Obj page = page();
    assertThat(items(page, "timeline")).hasSize(1000);
    assertThat(items(page, "timeline").getLast().text()).contains("approved: now, please");
    assertThat(page.get("earlier")).isEqualTo(new Json.Str("" + (MANY + 2 - 999)));
  }

  @Test
  void the_pages_before_lead_to_the_first_line_and_leave_none_out() {
    chatter();
    List<Json.Obj> events = timeline().newest(settled.head().request());
    int lines = 0;
    for (String cursor = ""; cursor != null; cursor = Timeline.earlier(events)) {
      events = cursor.isEmpty() ? events : timeline().before(Proposals.ONE, Long.parseLong(cursor));
      lines += events.size();
    }
    assertThat(lines).isEqualTo(MANY + 1);
    assertThat(timeline().before(Proposals.ONE, 1)).isEmpty();
    assertThat(Timeline.earlier(List.of())).isNull();
  }

  @Test
  void a_vote_keeps_its_comment_and_its_way_behind_all_that_was_said_since() {
    happens(
        List.of(
            new Event.Voted(
                People.id("amy"), digest, Decision.APPROVE, "as agreed", Event.Via.MAIL)));
    chatter();
    assertThat(items(page(), "votes"))
        .singleElement()
        .extracting(Json::text)
        .asString()
        .contains("\"comment\":\"as agreed\"", "\"via\":\"mail\"");
  }

  @Test
  void the_present_revision_is_named_behind_all_that_was_said_since() {
    chatter();
    assertThat(items(page(), "revisions"))
        .singleElement()
        .extracting(Json::text)
        .asString()
        .contains(digest.hex(), "\"number\":1");
  }
}
