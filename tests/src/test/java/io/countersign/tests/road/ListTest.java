package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Guest;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists, pages, filters, ETags. */
class ListTest {
  private final Scene scene = Scene.askingFor(1);

  @Test
  void cursors_lead_through_all_requests_newest_first_and_each_comes_once() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(scene.proposes("/doc" + i, "KEY", Text.value()).id());
    }
    assertThat(all("v1/change-requests?project=" + scene.project() + "&limit=2")).isEqualTo(made);
  }

  @Test
  void a_filter_on_status_shows_only_those() {
    Proposal open = scene.proposes("/open", "KEY", Text.value());
    Proposal declined = scene.proposes("/declined", "KEY", Text.value());
    declined.reject(Person.AMY);
    String list = "v1/change-requests?project=" + scene.project() + "&status=";
    assertThat(all(list + "OPEN")).containsExactly(open.id());
    assertThat(all(list + "REJECTED")).containsExactly(declined.id());
    assertThat(all(list + "MERGED")).isEmpty();
    assertThat(all("v1/change-requests?status=REJECTED")).contains(declined.id());
  }

  @Test
  void several_statuses_are_one_list_with_one_cursor() {
    Proposal first = scene.proposes("/first", "KEY", Text.value());
    Proposal declined = scene.proposes("/declined", "KEY", Text.value());
    declined.reject(Person.AMY);
    Proposal last = scene.proposes("/last", "KEY", Text.value());
    Proposal gone = scene.proposes("/gone", "KEY", Text.value());
    World.as(Person.DAN).post(gone.path("/withdraw"), Map.of());
    String list = "v1/change-requests?project=" + scene.project() + "&status=OPEN,REJECTED";
    assertThat(all(list)).containsExactly(last.id(), declined.id(), first.id());
    assertThat(all(list + "&limit=1")).containsExactly(last.id(), declined.id(), first.id());
  }

  @Test
  void environment_author_and_text_narrow_a_list() {
    Proposal db = scene.proposes("/payments/db", "PASSWORD", Text.value());
    Proposal mail = scene.proposes("/mail", "SMTP_HOST", Text.value());
    String list = "v1/change-requests?project=" + scene.project();
    assertThat(all(list + "&environment=prod")).containsExactly(mail.id(), db.id());
    assertThat(all(list + "&environment=staging")).isEmpty();
    assertThat(all(list + "&author=dan&limit=1")).containsExactly(mail.id(), db.id());
    assertThat(all(list + "&author=ada")).isEmpty();
    assertThat(all(list + "&q=MENTS")).containsExactly(db.id());
    assertThat(all(list + "&q=smtp_")).containsExactly(mail.id());
    assertThat(all(list + "&q=host")).isEmpty();
    assertThat(all(list + "&q=a+change")).containsExactly(mail.id(), db.id());
  }

  @Test
  void nobody_sees_in_a_list_what_they_may_not_read() {
    Proposal proposal = scene.proposes("/db", "PASSWORD", Text.value());
    Guest stranger = Guest.arrives();
    String list = "v1/change-requests?project=" + scene.project();
    for (String filter : List.of("", "&q=pass", "&author=dan", "&status=OPEN")) {
      assertThat(stranger.calls().get(list + filter).body().path("items")).isEmpty();
      assertThat(World.as(Person.AMY).get(list + filter).text("/items/0/id"))
          .isEqualTo(proposal.id());
    }
  }

  @Test
  void events_come_in_order_and_go_on_after_the_cursor() {
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    JsonNode events = World.as(Person.DAN).get(proposal.path("/events")).body();
    assertThat(events.path("items").findValuesAsText("type"))
        .containsExactly("Submitted", "Voted", "Agreed");
    JsonNode later = World.as(Person.DAN).get(proposal.path("/events?cursor=2")).body();
    assertThat(later.path("items").findValuesAsText("type")).containsExactly("Agreed");
  }

  @Test
  void the_timeline_goes_back_from_the_cursor() {
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.approve(Person.AMY);
    Answer page = proposal.seenBy(Person.DAN);
    assertThat(page.body().path("earlier").isNull()).isTrue();
    JsonNode before = World.as(Person.DAN).get(proposal.path("/timeline?cursor=3")).body();
    assertThat(before.path("items").get(1)).isEqualTo(page.body().at("/timeline/1"));
    assertThat(before.path("items").findValuesAsText("type")).containsExactly("Submitted", "Voted");
    assertThat(before.path("next").isNull()).isTrue();
  }

  @Test
  void who_has_seen_the_page_as_it_is_gets_304_until_something_happens() {
    Proposal proposal = scene.proposes("/db", "KEY", Text.value());
    proposal.until(page -> !page.path("deliveries").isEmpty());
    Answer comment =
        World.as(Person.DAN).post(proposal.path("/comments"), Map.of("text", "look again"));
    assertThat(comment.status()).isEqualTo(201);
    proposal.until(page -> settled(page));
    String tag = proposal.seenBy(Person.DAN).header("ETag");
    assertThat(ifNoneMatch(proposal, tag).status()).isEqualTo(304);
    proposal.approve(Person.AMY);
    assertThat(ifNoneMatch(proposal, tag).status()).isEqualTo(200);
  }

  private static boolean settled(JsonNode page) {
    return page.path("deliveries").size() == 2
        && page.path("deliveries").findValuesAsText("status").stream().allMatch("SENT"::equals);
  }

  private static Answer ifNoneMatch(Proposal proposal, String tag) {
    return World.as(Person.DAN).with("If-None-Match", tag).get(proposal.path(""));
  }

  private static List<String> all(String list) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      String cursor =
          next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
      JsonNode page = World.as(Person.ADA).get(list + cursor).body();
      page.path("items").forEach(item -> ids.add(item.path("id").asText()));
      next = page.path("next").asText("");
      if (page.path("next").isNull()) {
        next = "";
      }
    } while (!next.isEmpty());
    return ids;
  }
}
