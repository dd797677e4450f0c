package io.countersign.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.local.api.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checker finds what may not be: each test forges one thing in a history that may be. */
class CheckerTest {
  private static final Slot KEY = new Slot("/one", "A");
  private static final Slot THEIRS = new Slot("/one", "THEIRS");
  private static final String AGREED =
      """
      {"sequence":1,"type":"Submitted","by":"dan","digest":"d"}
      {"sequence":2,"type":"Voted","by":"amy","decision":"APPROVE"}
      {"sequence":3,"type":"Voted","by":"bob","decision":"APPROVE"}
      """;
  private static final String MERGED =
      AGREED
          + """
          {"sequence":4,"type":"Merge Started","mode":"MERGE","by":"dan","digest":"d"}
          {"sequence":5,"type":"Merged","at":"2026-01-01T00:00:00Z","documents":[{"versionId":"v"}]}
          """;
  private static final String HELD = "{\"A\":\"new\",\"THEIRS\":\"x\"}";
  private static final List<Told> TOLD =
      List.of(new Told("r-1", "submit", "OPEN"), new Told("r-1", "merge", "MERGED"));

  private static List<JsonNode> lines(String text) {
    return text.lines().map(Api::json).toList();
  }

  private static List<String> check(String events, String held, List<Told> told) {
    return check(events, lines(events), held, told);
  }

  private static List<String> check(
      String events, List<JsonNode> published, String held, List<Told> told) {
    return Checker.check(
        new History(
            2,
            Set.of("amy", "bob"),
            Map.of("r-1", Map.of(KEY, "new")),
            told,
            Map.of("r-1", lines(events)),
            published.stream().map(CheckerTest::ofRequest).toList(),
            Map.of("/one", Api.json(held)),
            Map.of(THEIRS, "x")));
  }

  private static JsonNode ofRequest(JsonNode event) {
    return Api.json(event.toString().replaceFirst("\\{", "{\"request\":\"r-1\","));
  }

  @Test
  void what_may_be_is_not_complained_of() {
    assertThat(check(MERGED, HELD, TOLD)).isEmpty();
    assertThat(check(AGREED, HELD.replace("new", "old"), TOLD.subList(0, 1))).isEmpty();
  }

  @Test
  void a_merge_without_enough_votes_is_found() {
    for (String forged :
        List.of(
            MERGED.replace("\"by\":\"bob\"", "\"by\":\"eve\""),
            MERGED.replace("\"by\":\"bob\"", "\"by\":\"amy\""),
            MERGED.replace(
                "\"by\":\"bob\",\"decision\":\"APPROVE\"",
                "\"by\":\"bob\",\"decision\":\"REJECT\""),
            MERGED.replaceFirst("\"by\":\"dan\"", "\"by\":\"bob\""))) {
      assertThat(check(forged, HELD, TOLD)).singleElement().asString().contains("with the votes");
    }
  }

  @Test
  void a_merge_of_another_revision_is_found() {
    assertThat(check(MERGED.replaceFirst("\"digest\":\"d\"", "\"digest\":\"e\""), HELD, TOLD))
        .singleElement()
        .asString()
        .contains("another revision");
  }

  @Test
  void a_gap_and_an_event_after_the_end_are_found() {
    assertThat(check(MERGED.replace("\"sequence\":3", "\"sequence\":7"), HELD, TOLD)).isNotEmpty();
    String twice =
        MERGED + "{\"sequence\":6,\"type\":\"Merge Started\",\"mode\":\"UNDO\",\"digest\":\"d\"}\n";
    assertThat(check(twice, HELD, TOLD)).singleElement().asString().contains("after its end");
  }

  @Test
  void an_event_that_is_not_published_or_is_two_is_found() {
    List<JsonNode> all = new ArrayList<>(lines(MERGED));
    JsonNode last = all.removeLast();
    assertThat(check(MERGED, all, HELD, TOLD)).singleElement().asString().contains("unpublished");
    all.add(last);
    all.add(Api.json(last.toString().replace("2026", "2027")));
    assertThat(check(MERGED, all, HELD, TOLD)).singleElement().asString().contains("two events");
  }

  @Test
  void what_is_not_as_somebody_was_told_is_found() {
    assertThat(check(AGREED, HELD.replace("new", "old"), TOLD))
        .singleElement()
        .asString()
        .contains("as somebody was told");
    assertThat(check("", HELD.replace("new", "old"), TOLD.subList(0, 1)))
        .singleElement()
        .asString()
        .contains("is not there");
  }

  @Test
  void a_lost_and_an_unmerged_value_are_found() {
    assertThat(check(MERGED, HELD.replace("new", "old"), TOLD))
        .singleElement()
        .asString()
        .contains("latest merge");
    assertThat(check(AGREED, HELD, TOLD.subList(0, 1)))
        .singleElement()
        .asString()
        .contains("not merged");
  }

  @Test
  void a_lost_key_of_somebody_elses_is_found() {
    assertThat(check(MERGED, "{\"A\":\"new\"}", TOLD)).singleElement().asString().contains("lost");
  }
}
