package io.countersign.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.name.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever happens to an export on its way: the first record that is concerned is named. */
class VerifierTest {
  private static final List<Recorded> ONE = Exported.events("payments-1", 3);
  private static final List<Recorded> TWO = Exported.events("payments-2", 5);
  private static final List<Recorded> THREE = Exported.events("payments-3", 1);

  /** Two pages, the cut in the middle of the second request. */
  private static List<String> sample() {
    return new Exported()
        .page(null)
        .request("payments-1", ONE, 1, 3)
        .request("payments-2", TWO, 1, 2)
        .end("cursor")
        .page("cursor")
        .request("payments-2", TWO, 3, 5)
        .request("payments-3", THREE, 1, 1)
        .end(null)
        .lines();
  }

  /** What each line of the sample is called. */
  private static final List<String> NAMES =
      List.of(
          "page 1",
          "request payments-1",
          "event 1 of payments-1",
          "event 2 of payments-1",
          "event 3 of payments-1",
          "request payments-2",
          "event 1 of payments-2",
          "event 2 of payments-2",
          "end of page 1",
          "page 2",
          "request payments-2",
          "event 3 of payments-2",
          "event 4 of payments-2",
          "event 5 of payments-2",
          "request payments-3",
          "event 1 of payments-3",
          "end of page 2");

  private static Verdict verdict(List<String> lines) {
    Verifier verifier = new Verifier();
    lines.forEach(verifier::line);
    return verifier.end();
  }

  private static Verdict.Broken broken(List<String> lines) {
    assertThat(verdict(lines)).as(String.join("\n", lines)).isInstanceOf(Verdict.Broken.class);
    return (Verdict.Broken) verdict(lines);
  }

  @Test
  void an_export_as_it_was_sent_is_whole() {
    assertThat(verdict(sample())).isEqualTo(new Verdict.Whole(3, 9));
    assertThat(verdict(new Exported().page(null).end(null).lines()))
        .isEqualTo(new Verdict.Whole(0, 0));
  }

  @Test
  void a_changed_event_is_named() {
    for (int i = 0; i < NAMES.size(); i++) {
      if (NAMES.get(i).startsWith("event")) {
        for (String part : List.of("\\\"type\\\"", "é", "☃", "Commented\\\"")) {
          List<String> lines = sample();
          lines.set(i, lines.get(i).replace(part, part.charAt(0) + "x" + part.substring(1)));
          Verdict.Broken broken = broken(lines);
          assertThat(broken.record()).isEqualTo(NAMES.get(i));
          assertThat(broken.line()).isEqualTo(i + 1);
        }
      }
    }
  }

  @Test
  void not_one_character_of_any_line_can_be_changed() {
    List<String> sample = sample();
    for (int i = 0; i < sample.size(); i++) {
      for (int at = 0; at < sample.get(i).length(); at++) {
        List<String> lines = new ArrayList<>(sample);
        char there = lines.get(i).charAt(at);
        lines.set(
            i,
            lines.get(i).substring(0, at)
                + (there == '1' ? '2' : '1')
                + lines.get(i).substring(at + 1));
        Verdict.Broken broken = broken(lines);
        if (NAMES.get(i).startsWith("event")) {
          assertThat(broken.record()).as(lines.get(i)).isIn(concerned(i, lines.get(i)));
        }
      }
    }
  }

  /** The record itself, or what it now says to be. */
  private static List<String> concerned(int line, String text) {
    List<String> names = new ArrayList<>(List.of(NAMES.get(line)));
    if (ExportLine.of(text) instanceof ExportLine.Entry(String request, Recorded event)) {
      names.add("event " + event.sequence() + " of " + request);
    }
    return names;
  }

  @Test
  void a_missing_event_is_named() {
    for (int i = 0; i < NAMES.size(); i++) {
      List<String> lines = sample();
      lines.remove(i);
      Verdict.Broken broken = broken(lines);
      if (NAMES.get(i).startsWith("event")) {
        assertThat(broken.record()).isEqualTo(NAMES.get(i));
        assertThat(broken.problem()).contains("is missing");
        assertThat(broken.line()).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void a_missing_tail_is_noticed_wherever_the_file_ends() {
    for (int length = 0; length < NAMES.size(); length++) {
      Verdict.Broken broken = broken(sample().subList(0, length));
      assertThat(broken.problem()).contains("missing");
      assertThat(broken.line()).isEqualTo(length + 1);
    }
  }

  @Test
  void swapped_events_are_named() {
    for (int i = 0; i < NAMES.size(); i++) {
      for (int j = i + 1; j < NAMES.size(); j++) {
        List<String> lines = sample();
        Collections.swap(lines, i, j);
        Verdict.Broken broken = broken(lines);
        if (NAMES.get(i).startsWith("event") && NAMES.get(j).startsWith("event")) {
          assertThat(broken.record()).isIn(NAMES.get(i), NAMES.get(j));
          assertThat(broken.line()).isEqualTo(i + 1);
        }
      }
    }
  }

  @Test
  void the_order_of_events_is_told_from_their_absence() {
    List<String> lines = sample();
    Collections.swap(lines, 2, 3);
    assertThat(broken(lines))
        .isEqualTo(
            new Verdict.Broken(3, "event 1 of payments-1", "is out of order: it stands in line 4"));
  }

  @Test
  void a_repeated_or_added_line_is_noticed() {
    for (int i = 0; i < NAMES.size(); i++) {
      List<String> lines = sample();
      lines.add(i, lines.get(i));
      assertThat(broken(lines).line()).isLessThanOrEqualTo(NAMES.size() + 1);
    }
    List<String> more = sample();
    more.add("");
    assertThat(broken(more)).isEqualTo(new Verdict.Broken(18, "line 18", "cannot be read"));
  }

  @Test
  void an_event_of_another_request_does_not_pass_for_one_of_this() {
    List<String> lines =
        new Exported().page(null).request("payments-9", ONE, 1, 3).end(null).lines();
    assertThat(broken(lines).record()).isEqualTo("event 1 of payments-9");
    lines =
        new Exported()
            .page(null)
            .request("payments-3", THREE, 1, 1)
            .event("payments-1", ONE.getFirst())
            .end(null)
            .lines();
    assertThat(broken(lines))
        .isEqualTo(new Verdict.Broken(4, "event 1 of payments-1", "does not belong here"));
  }

  @Test
  void a_chain_with_a_record_left_out_and_every_number_made_to_fit_is_noticed() {
    List<Recorded> cut =
        List.of(
            ONE.get(0), new Recorded(2, ONE.get(2).text(), ONE.get(1).hash(), ONE.get(2).hash()));
    List<String> lines =
        new Exported().page(null).request("payments-1", cut, 1, 2).end(null).lines();
    assertThat(broken(lines).record()).isEqualTo("event 2 of payments-1");
  }

  @Test
  void a_tail_that_is_missing_although_counts_and_seal_were_made_to_fit_is_noticed_by_the_head() {
    List<String> lines =
        new Exported().page(null).request("payments-2", TWO, 1, 4).end(null).lines();
    assertThat(broken(lines).record()).isEqualTo("event 5 of payments-2");
    lines =
        new Exported()
            .page(null)
            .request("payments-2", TWO, 1, 4)
            .request("payments-3", THREE, 1, 1)
            .end(null)
            .lines();
    assertThat(broken(lines))
        .isEqualTo(new Verdict.Broken(7, "event 5 of payments-2", "is missing before this line"));
    List<String> begin =
        new Exported().page(null).request("payments-2", TWO, 2, 5).end(null).lines();
    assertThat(broken(begin).record()).isEqualTo("event 1 of payments-2");
    List<String> tail = sample();
    tail.set(1, tail.get(1).replace(ONE.getLast().hash(), ONE.getFirst().hash()));
    assertThat(broken(tail).record()).isEqualTo("request payments-1");
  }

  @Test
  void a_page_goes_on_exactly_where_the_last_one_ended() {
    List<String> other =
        new Exported()
            .page(null)
            .request("payments-2", TWO, 1, 2)
            .end("cursor")
            .page("cursor")
            .request("payments-2", TWO, 4, 5)
            .end(null)
            .lines();
    assertThat(broken(other).record()).isEqualTo("event 3 of payments-2");
    other =
        new Exported()
            .page(null)
            .request("payments-2", TWO, 1, 2)
            .end("cursor")
            .page("cursor")
            .request("payments-3", THREE, 1, 1)
            .end(null)
            .lines();
    assertThat(broken(other).record()).isEqualTo("event 3 of payments-2");
    other =
        new Exported()
            .page(null)
            .request("payments-2", TWO, 1, 2)
            .end("cursor")
            .page("cursor")
            .end(null)
            .lines();
    assertThat(broken(other).record()).isEqualTo("event 3 of payments-2");
    assertThat(broken(new Exported().page("cursor").end(null).lines()).record())
        .isEqualTo("page 1");
    assertThat(broken(new Exported().page(null).end(null).page(null).end(null).lines()).record())
        .isEqualTo("page 2");
  }

  @Test
  void a_journal_is_held_to_the_same_and_counts_as_no_request() {
    List<Recorded> deeds = Exported.events("payments/journal", 3);
    List<String> lines =
        new Exported()
            .page(null)
            .journal("payments/journal", deeds, 1, 2)
            .end("cursor")
            .page("cursor")
            .journal("payments/journal", deeds, 3, 3)
            .request("payments-3", THREE, 1, 1)
            .end(null)
            .lines();
    assertThat(verdict(lines)).isEqualTo(new Verdict.Whole(1, 4));
    List<String> cut = new ArrayList<>(lines);
    cut.remove(3);
    assertThat(verdict(cut).toString()).contains("event 2 of payments/journal");
    List<String> other = new ArrayList<>(lines);
    other.set(7, lines.get(7).replace("type", "tYpe"));
    assertThat(verdict(other).toString()).contains("event 3 of payments/journal");
    List<String> swapped = new ArrayList<>(lines);
    swapped.set(1, lines.get(1).replace("\"journal\":", "\"request\":"));
    assertThat(verdict(swapped)).isInstanceOf(Verdict.Broken.class);
  }

  @Test
  void pages_of_two_exports_are_not_one() {
    List<String> lines = new Exported().page(null).end("cursor").page("cursor").end(null).lines();
    assertThat(verdict(lines)).isEqualTo(new Verdict.Whole(0, 0));
    lines.set(2, lines.get(2).replace("payments", "other"));
    assertThat(broken(lines)).isEqualTo(new Verdict.Broken(3, "page 2", "is of another export"));
  }

  @Test
  void what_is_no_line_of_an_export_is_named_by_what_should_stand_there() {
    List<String> lines = sample();
    lines.set(3, "{\"line\":\"other\"}");
    assertThat(broken(lines))
        .isEqualTo(new Verdict.Broken(4, "event 2 of payments-1", "cannot be read"));
    for (String bad :
        List.of(
            "",
            "[]",
            "{}",
            "{\"line\":1}",
            "{\"line\":\"end\",\"chains\":1}",
            "{\"line\":{}}",
            "text")) {
      assertThat(verdict(List.of(bad)))
          .isEqualTo(new Verdict.Broken(1, "line 1", "cannot be read"));
    }
  }

  @Test
  void the_first_of_several_problems_is_named_wherever_the_export_breaks_off() {
    List<String> lines = sample();
    lines.set(6, lines.get(6).replace("☃", "x"));
    Verdict.Broken changed =
        new Verdict.Broken(
            7, "event 1 of payments-2", "was changed: its text is not the one that was hashed");
    assertThat(broken(lines)).isEqualTo(changed);
    assertThat(broken(lines.subList(0, 8))).isEqualTo(changed);
    List<String> unended = new ArrayList<>(lines);
    unended.remove(8);
    assertThat(broken(unended)).isEqualTo(changed);
    List<String> twice = new ArrayList<>(lines);
    twice.set(15, lines.get(15).replace("☃", "x"));
    assertThat(broken(twice)).isEqualTo(changed);
  }

  @Test
  void a_page_that_is_missing_is_called_by_its_number() {
    assertThat(broken(List.of()))
        .isEqualTo(new Verdict.Broken(1, "page 1", "is missing: the export goes on there"));
    assertThat(broken(sample().subList(0, 9)))
        .isEqualTo(new Verdict.Broken(10, "page 2", "is missing: the export goes on there"));
    List<String> elsewhere =
        new Exported().page(null).end("cursor").page("another").end(null).lines();
    assertThat(broken(elsewhere))
        .isEqualTo(new Verdict.Broken(3, "page 2", "is missing before this line, or out of order"));
    assertThat(broken(new Exported().page(null).end("cursor").page(null).end(null).lines()))
        .isEqualTo(new Verdict.Broken(3, "page 2", "is missing before this line, or out of order"));
  }

  @Test
  void a_line_outside_of_every_page_does_not_belong_there() {
    List<String> after = sample();
    after.add(after.get(1));
    assertThat(broken(after))
        .isEqualTo(new Verdict.Broken(18, "request payments-1", "does not belong here"));
    List<String> twice = new ArrayList<>(new Exported().page(null).end(null).lines());
    twice.add(twice.getLast());
    assertThat(broken(twice)).isEqualTo(new Verdict.Broken(3, "line 3", "does not belong here"));
    List<String> bare =
        new Exported().page(null).event("payments-1", ONE.getFirst()).end(null).lines();
    assertThat(broken(bare))
        .isEqualTo(
            new Verdict.Broken(
                2,
                "event 1 of payments-1",
                "does not belong here: no line of a request or journal stands before it"));
  }

  @Test
  void an_end_that_counts_otherwise_is_noticed_although_it_is_sealed() {
    Verdict.Broken sealed =
        new Verdict.Broken(6, "page 1", "was changed: its lines are not those that were sealed");
    for (int events : new int[] {2, 4}) {
      Exported page = new Exported().page(null).request("payments-1", ONE, 1, 3);
      assertThat(broken(page.end(List.of("payments-1"), events, null).lines())).isEqualTo(sealed);
    }
  }

  @Test
  void an_end_that_was_changed_is_told_from_a_changed_page() {
    for (String part : List.of("\"events\":3", "\"chains\":\"payments-1")) {
      List<String> lines =
          new Exported().page(null).request("payments-1", ONE, 1, 3).end(null).lines();
      lines.set(5, lines.getLast().replace(part, part + "2"));
      assertThat(broken(lines))
          .isEqualTo(
              new Verdict.Broken(6, "end of page 1", "was changed: it tells of another page"));
    }
  }

  /** A page with a journal and three requests, each on two lines, from the second line on. */
  private static List<String> page() {
    Exported page = new Exported().page(null);
    page.journal("payments/journal", Exported.events("payments/journal", 1), 1, 1);
    for (int i = 1; i <= 3; i++) {
      page.request("payments-" + i, Exported.events("payments-" + i, 1), 1, 1);
    }
    return page.end(null).lines();
  }

  @Test
  void a_missing_request_is_named_wherever_it_stood() {
    for (int i = 1; i <= 4; i++) {
      List<String> lines = page();
      lines.subList(2 * i - 1, 2 * i + 1).clear();
      String record = i == 1 ? "payments/journal" : "request payments-" + (i - 1);
      assertThat(broken(lines))
          .isEqualTo(new Verdict.Broken(2L * i, record, "is missing before this line"));
    }
    List<String> lines = page();
    lines.subList(3, 7).clear();
    assertThat(broken(lines))
        .isEqualTo(new Verdict.Broken(4, "request payments-1", "is missing before this line"));
  }

  @Test
  void a_request_that_was_moved_is_told_by_where_it_stands() {
    List<String> lines = page();
    Collections.rotate(lines.subList(1, 9), 2);
    assertThat(broken(lines))
        .isEqualTo(
            new Verdict.Broken(2, "payments/journal", "is out of order: it stands in line 4"));
  }

  @Test
  void a_request_that_stands_there_twice_or_was_put_in_is_named() {
    List<String> lines = page();
    lines.addAll(7, List.copyOf(lines.subList(3, 5)));
    assertThat(broken(lines))
        .isEqualTo(new Verdict.Broken(8, "request payments-1", "does not belong here"));
    lines = page();
    lines.addAll(
        9,
        new Exported()
            .page(null)
            .request("payments-4", Exported.events("payments-4", 1), 1, 1)
            .lines()
            .subList(1, 3));
    assertThat(broken(lines))
        .isEqualTo(new Verdict.Broken(10, "request payments-4", "does not belong here"));
  }

  @Test
  void what_another_request_has_does_not_go_on_where_this_one_stopped() {
    List<String> lines =
        new Exported()
            .page(null)
            .request("payments-2", TWO, 1, 2)
            .end("cursor")
            .page("cursor")
            .heading("payments-9", 3, 5, 5, TWO.getLast().hash())
            .event("payments-9", TWO.get(2))
            .end(null)
            .lines();
    assertThat(broken(lines))
        .isEqualTo(new Verdict.Broken(7, "event 3 of payments-2", "is missing before this line"));
  }

  @Test
  void an_event_beyond_the_last_that_its_request_tells_of_does_not_belong_there() {
    List<String> lines =
        new Exported()
            .page(null)
            .request("payments-2", TWO, 1, 2)
            .event("payments-2", TWO.get(2))
            .end("cursor")
            .lines();
    assertThat(broken(lines))
        .isEqualTo(new Verdict.Broken(5, "event 3 of payments-2", "does not belong here"));
  }

  @Test
  void an_event_that_is_whole_but_follows_another_is_a_changed_one() {
    Recorded first = ONE.getFirst();
    String other = Chain.next(first.hash(), "another");
    Recorded second =
        new Recorded(2, ONE.get(1).text(), other, Chain.next(other, ONE.get(1).text()));
    List<String> lines =
        new Exported()
            .page(null)
            .request("payments-1", List.of(first, second), 1, 2)
            .end(null)
            .lines();
    assertThat(broken(lines))
        .isEqualTo(
            new Verdict.Broken(
                4,
                "event 2 of payments-1",
                "was changed: its text is not the one that was hashed"));
  }

  @Test
  void an_event_out_of_place_is_told_by_what_it_says_to_be() {
    Exported page = new Exported().page(null).heading("payments-1", 1, 3, 3, ONE.getLast().hash());
    assertThat(broken(page.event("payments-2", TWO.get(4)).end(null).lines()))
        .isEqualTo(new Verdict.Broken(3, "event 5 of payments-2", "does not belong here"));
    List<String> repeated = sample();
    repeated.add(3, repeated.get(2));
    assertThat(broken(repeated))
        .isEqualTo(
            new Verdict.Broken(4, "event 2 of payments-1", "is out of order: it stands in line 5"));
    List<String> back = sample();
    back.set(4, back.get(2));
    assertThat(broken(back))
        .isEqualTo(new Verdict.Broken(5, "event 1 of payments-1", "does not belong here"));
  }

  @Test
  void a_line_that_tells_of_other_events_than_those_that_follow_is_named() {
    String problem = "was changed: it tells of other events than those that follow";
    String head = THREE.getFirst().hash();
    for (List<String> lines :
        List.of(
            new Exported()
                .page(null)
                .heading("payments-3", 1, 2, 2, head)
                .event("payments-3", THREE.getFirst())
                .end(null)
                .lines(),
            new Exported()
                .page(null)
                .heading("payments-3", 1, 0, 0, Chain.START)
                .end(null)
                .lines())) {
      assertThat(broken(lines)).isEqualTo(new Verdict.Broken(2, "request payments-3", problem));
    }
    List<Recorded> deeds = Exported.events("payments/journal", 2);
    List<String> journal =
        new Exported().page(null).journal("payments/journal", deeds, 1, 2).end(null).lines();
    journal.set(1, journal.get(1).replace(deeds.getLast().hash(), head));
    assertThat(broken(journal)).isEqualTo(new Verdict.Broken(2, "payments/journal", problem));
  }

  @Test
  void numbers_and_texts_of_a_line_are_of_their_kind() {
    List<String> lines = sample();
    lines.set(3, lines.get(3).replace("\"sequence\":2", "\"sequence\":\"2\""));
    assertThat(broken(lines))
        .isEqualTo(new Verdict.Broken(4, "event 2 of payments-1", "cannot be read"));
    assertThat(ExportLine.of("plain text")).isNull();
  }

  @Test
  void the_seal_of_the_last_page_is_no_other_s() {
    Seal seal = new Seal();
    List<String> one = List.of("payments-1");
    assertThat(List.of(seal.of(one, 1, null), seal.of(one, 1, ""), seal.of(one, 1, "last")))
        .doesNotHaveDuplicates();
    assertThat(seal.of(one, 1, null))
        .isEqualTo(Token.of("countersign.export.1", Chain.START, "payments-1", "1", "last"));
  }
}
