package io.countersign.tests.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.countersign.audit.Verdict;
import io.countersign.audit.Verifier;
import io.countersign.local.api.Answer;
import io.countersign.local.api.Api;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Exported;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Canaries;
import io.countersign.tests.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The audit, exported over HTTP and verified without it. */
class AuditTest {
  private final Scene scene = Scene.askingFor(1);
  private final String path = "v1/audit?project=" + scene.project();

  /** What its admin wrote alone stands in the project's journal. */
  private final int written = all(Exported.lines(path), "event").size();

  @Test
  void what_an_admin_writes_alone_stands_in_the_journal() {
    List<String> lines = Exported.lines(path);
    assertThat(verdict(lines)).isEqualTo(new Verdict.Whole(0, written));
    assertThat(written).isGreaterThan(2);
    assertThat(lines.get(2)).contains("RulesWritten", "ada", "environment", "prod");
  }

  @Test
  void an_export_has_every_event_and_verifies() {
    Proposal merged = scene.proposes("/db", "KEY", Text.value());
    merged.approve(Person.AMY);
    assertThat(merged.merge(Person.DAN).status()).isLessThan(300);
    merged.until(page -> page.path("status").asText().equals("MERGED"));
    Proposal talked = scene.proposes("/other", "KEY", Text.value());
    World.as(Person.DAN).post(talked.path("/comments"), Map.of("text", "\"é\"\n☃ 𝄞 \\"));
    List<String> lines = Exported.lines(path);
    assertThat(verdict(lines)).isEqualTo(new Verdict.Whole(2, all(lines, "event").size()));
    assertThat(all(lines, "request").stream().map(each -> each.path("request").asText()))
        .containsExactly(merged.id(), talked.id());
    for (Proposal proposal : List.of(merged, talked)) {
      List<JsonNode> texts = new ArrayList<>();
      for (JsonNode event : all(lines, "event")) {
        if (event.path("request").asText().equals(proposal.id())) {
          texts.add(Api.json(event.path("text").asText()));
        }
      }
      JsonNode events = World.as(Person.DAN).get(proposal.path("/events")).body().path("items");
      assertThat(texts).containsExactlyElementsOf(events);
    }
    assertThat(World.as(Person.ADA).get(path).status()).isEqualTo(200);
    for (int i = 0; i < lines.size(); i++) {
      List<String> cut = new ArrayList<>(lines);
      cut.remove(i);
      assertThat(verdict(cut)).isInstanceOf(Verdict.Broken.class);
    }
  }

  @Test
  void the_reveal_of_a_present_value_stands_in_the_journal() {
    String value = Text.value();
    scene.holds("/db", "{\"KEY\":\"" + value + "\"}");
    String reveal = scene.path("/environments/prod/documents/reveal");
    for (int i = 0; i < 2; i++) {
      Answer shown = World.as(Person.ADA).post(reveal, Map.of("path", "/db", "key", "KEY"));
      assertThat(shown.text("/current/value")).isEqualTo(value);
    }
    scene.proposes("/other", "KEY", Text.value());
    List<String> lines = Exported.lines(path);
    assertThat(verdict(lines)).isEqualTo(new Verdict.Whole(1, written + 3));
    assertThat(lines.get(1)).contains("\"journal\":\"" + scene.project() + "/journal\"");
    assertThat(lines.get(2 + written)).contains("Revealed", "KEY", "ada");
    assertThat(lines.toString()).doesNotContain(Canaries.MARK);
    for (int i = 1; i < 4 + written; i++) {
      List<String> cut = new ArrayList<>(lines);
      cut.remove(i);
      assertThat(verdict(cut)).isInstanceOf(Verdict.Broken.class);
    }
  }

  @Test
  void the_organisations_journal_tells_who_set_it_up() {
    List<String> lines = Exported.lines("v1/audit?project=*");
    assertThat(lines.get(2)).contains("SetupBegun", "ada");
    assertThat(verdict(lines))
        .isEqualTo(new Verdict.Whole(all(lines, "request").size(), all(lines, "event").size()))
        .isNotEqualTo(new Verdict.Whole(0, 0));
    assertThat(World.as(Person.DAN).get("v1/audit?project=*").status()).isEqualTo(404);
  }

  @Test
  void times_narrow_it_to_requests_submitted_then() {
    Proposal first = scene.proposes("/db", "KEY", Text.value());
    Proposal second = scene.proposes("/db", "KEY", Text.value());
    String between = second.seenBy(Person.ADA).text("/createdAt");
    List<String> before = Exported.lines(path + "&to=" + between);
    List<String> since = Exported.lines(path + "&from=" + Instant.parse(between));
    assertThat(all(before, "request").getFirst().path("request").asText()).isEqualTo(first.id());
    assertThat(all(since, "request").getFirst().path("request").asText()).isEqualTo(second.id());
    assertThat(verdict(before)).isEqualTo(new Verdict.Whole(1, written + 1));
    assertThat(verdict(since)).isEqualTo(new Verdict.Whole(1, written + 1));
  }

  @Test
  void it_is_for_who_may_read_the_audit_of_the_whole_project() {
    assertThat(World.as(Person.DAN).get(path).text("/code")).isEqualTo("permission-missing");
    assertThat(World.as(Person.AMY).get(path).status()).isEqualTo(404);
    assertThat(World.as(Person.ADA).get("v1/audit?project=no-such-project").status())
        .isEqualTo(404);
  }

  private static List<JsonNode> all(List<String> lines, String kind) {
    return lines.stream()
        .map(Api::json)
        .filter(each -> each.path("line").asText().equals(kind))
        .toList();
  }

  private static Verdict verdict(List<String> lines) {
    Verifier verifier = new Verifier();
    lines.forEach(verifier::line);
    return verifier.end();
  }
}
