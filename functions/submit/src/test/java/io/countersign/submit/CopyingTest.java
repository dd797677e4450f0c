package io.countersign.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.revision.Operation;
import io.countersign.revision.Source;
import io.countersign.sample.Rulebook;
import io.countersign.vault.Seen;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that are copied: read when they are asked for, sealed, and shown to nobody. */
class CopyingTest {
  private static final String FIRST = "outsider-%024d".formatted(1);

  private final Desk desk = new Desk();

  /** A change of {@code /db} that copies to the key {@code TO}. */
  private static String copy(String source) {
    return "[{\"environment\":\"prod\",\"path\":\"/db\",\"copy\":{\"TO\":" + source + "}}]";
  }

  private static String from(String key, String version) {
    return "{\"key\":\"" + key + "\",\"version\":\"" + version + "\"}";
  }

  /** The key {@code KEY} held one value, and then another. */
  private void changed() {
    desk.holds("{\"KEY\":\"first-value\",\"N\":1.50}");
    desk.vault.outsider().put("prod/db", "{\"KEY\":\"second-value\"}");
  }

  private Operation.Copy copied() {
    return desk.present().copies().getFirst();
  }

  private void refused(String source, String field, String rule) {
    Json.Obj answer = desk.asks(copy(source));
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(422);
    assertThat(Woken.body(answer))
        .contains("\"changes[0].copy.TO" + field + "\"", "\"" + rule + "\"")
        .doesNotContain("first-value", "second-value", "nested-s3cret");
    assertThat(desk.proposals.list()).isEmpty();
  }

  @Test
  void the_value_is_that_of_the_version_that_is_named_and_is_only_among_the_proposals() {
    changed();
    desk.submits(copy(from("KEY", FIRST)));
    assertThat(copied().source())
        .isEqualTo(new Source(new Source.Version(Rulebook.DB, FIRST), "KEY"));
    assertThat(desk.kept()).contains("first-value").doesNotContain("second-value");
    assertThat(desk.settled.head().toString() + desk.present()).doesNotContain("first-value");
  }

  @Test
  void the_current_version_is_one_too_and_is_read_once() {
    changed();
    Seen.Present now = (Seen.Present) desk.vault.read("prod/db");
    int before = desk.vault.line().calls().size();
    desk.submits(copy(from("KEY", now.current())));
    assertThat(desk.kept()).contains("second-value");
    assertThat(desk.vault.line().calls()).hasSize(before + 1);
  }

  @Test
  void each_version_is_read_once_however_much_is_copied_from_it() {
    changed();
    desk.submits(
        "[{\"environment\":\"prod\",\"path\":\"/db\",\"copy\":{\"A\":"
            + from("KEY", FIRST)
            + ",\"B\":"
            + from("N", FIRST)
            + "}},{\"environment\":\"prod\",\"path\":\"/other\",\"copy\":{\"C\":"
            + "{\"path\":\"/db\",\"key\":\"KEY\",\"version\":\""
            + FIRST
            + "\"}}}]");
    assertThat(desk.vault.line().calls())
        .hasSize(3)
        .filteredOn(call -> call.startsWith("text"))
        .hasSize(1);
    assertThat(desk.present().copies())
        .extracting(each -> each.document().path().value() + " " + each.key())
        .containsExactly("/db A", "/db B", "/other C");
  }

  @Test
  void a_rebase_reads_neither_the_version_nor_the_value_again() {
    changed();
    String digest = desk.submits(copy(from("KEY", FIRST)));
    Operation.Copy before = copied();
    desk.vault.outsider().purge("prod/db");
    Json.Obj answer = desk.revises(Desk.rebase(digest));
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(201);
    assertThat(copied().value()).isEqualTo(before.value());
    assertThat(copied().source()).isEqualTo(before.source());
    assertThat(desk.proposals.line().calls()).noneMatch(call -> call.startsWith("read"));
  }

  @Test
  void a_revision_may_copy_as_well() {
    changed();
    String digest = desk.submits(copy(from("N", FIRST)));
    Json.Obj answer =
        desk.revises(
            "{\"digest\":\"" + digest + "\",\"changes\":" + copy(from("KEY", FIRST)) + "}");
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(201);
    assertThat(copied().source().key()).isEqualTo("KEY");
    assertThat(desk.kept()).contains("first-value");
  }

  @Test
  void what_cannot_be_copied_is_told_at_its_field() {
    changed();
    refused(from("NONE", FIRST), ".key", "no-such-key");
    refused(from("KEY", "x".repeat(36)), ".version", "no-such-version");
    refused(from("KEY", "short"), ".version", "version");
    refused(
        "{\"path\":\"/none\",\"key\":\"KEY\",\"version\":\"" + FIRST + "\"}",
        ".version",
        "no-such-version");
    refused(
        "{\"environment\":\"elsewhere\",\"key\":\"KEY\",\"version\":\"" + FIRST + "\"}",
        ".environment",
        "unknown-environment");
    refused(
        "{\"path\":\""
            + ("/" + "p".repeat(127)).repeat(4)
            + "\","
            + from("KEY", FIRST).substring(1),
        ".path",
        "path");
  }

  @Test
  void a_version_that_is_no_document_is_not_copied_from() {
    desk.holds("{\"KEY\":[\"nested-s3cret\"]}");
    desk.vault.outsider().put("prod/db", "{\"KEY\":\"second-value\"}");
    refused(from("KEY", FIRST), ".version", "nested-value");
    desk.vault.outsider().createBinary("prod/bytes");
    refused(
        "{\"path\":\"/bytes\",\"key\":\"KEY\",\"version\":\"" + FIRST + "\"}",
        ".version",
        "no-such-version");
    Seen.Present now = (Seen.Present) desk.vault.read("prod/db");
    desk.vault.delete(now.arn());
    refused(from("KEY", FIRST), ".version", "no-such-version");
  }

  @Test
  void too_many_versions_are_refused_before_any_is_read() {
    StringBuilder sources = new StringBuilder();
    for (int n = 0; n < 21; n++) {
      sources.append(n == 0 ? "" : ",").append("\"K").append(n).append("\":");
      sources.append(from("KEY", "version-%024d".formatted(n)));
    }
    Json.Obj answer =
        desk.asks("[{\"environment\":\"prod\",\"path\":\"/db\",\"copy\":{" + sources + "}}]");
    assertThat(Woken.body(answer)).contains("\"versions\"");
    assertThat(desk.vault.line().calls()).isEmpty();
  }

  @Test
  void what_is_missing_of_a_source_is_told() {
    Json.Obj answer = desk.asks(copy("{\"key\":\"KEY\"}"));
    assertThat(Woken.status(answer)).isEqualTo(400);
    assertThat(Woken.body(answer)).contains("\"changes[0].copy.TO.version\"", "\"required\"");
    assertThat(Woken.body(desk.asks(copy("\"" + FIRST + "\"")))).contains("\"changes[0].copy.TO\"");
    assertThat(List.of(Woken.status(desk.asks(copy(from("KEY", FIRST).replace("}", ",\"x\":1}"))))))
        .containsExactly(400);
  }
}
