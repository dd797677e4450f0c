package io.countersign.tests.refusal;

import static io.countersign.tests.refusal.Refusal.malformed;
import static io.countersign.tests.refusal.Refusal.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.local.api.Answer;
import io.countersign.local.people.Person;
import io.countersign.tests.stage.Proposal;
import io.countersign.tests.stage.Scene;
import io.countersign.tests.stage.World;
import io.countersign.tests.text.Text;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad votes, merges, comments, queries and keys. */
class BadCallTest {
  private static final Proposal PROPOSAL = Scene.askingFor(1).proposes("/db", "K", Text.value());
  private static final String DIGEST = "\"digest\":\"" + PROPOSAL.digest() + "\"";

  static Stream<Arguments> commands() {
    return Stream.of(
        row("/votes", "{}", malformed("decision", "required")),
        row("/votes", "{\"decision\":\"MAYBE\"," + DIGEST + "}", refused("decision", "choice")),
        row("/votes", "{\"decision\":\"APPROVE\"}", malformed("digest", "required")),
        row("/votes", "{\"decision\":\"APPROVE\",\"digest\":\"abc\"}", refused("digest", "digest")),
        row(
            "/votes",
            "{\"decision\":\"APPROVE\"," + DIGEST + ",\"comment\":\"" + "c".repeat(4097) + "\"}",
            refused("comment", "length")),
        row(
            "/votes",
            "{\"decision\":\"APPROVE\"," + DIGEST + ",\"person\":\"bob\"}",
            malformed("person", "unknown")),
        row("/merge", "{}", malformed("digest", "required")),
        row("/merge", "{" + DIGEST + ",\"force\":true}", malformed("force", "unknown")),
        row("/comments", "{\"text\":\"\"}", refused("text", "length")),
        row("/comments", "{\"text\":[]}", malformed("text", "type")),
        row("/withdraw", "{\"reason\":\"" + "r".repeat(4097) + "\"}", refused("reason", "length")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("commands")
  void a_command_is_refused(String path, String body, Refusal refusal) {
    refusal.check(World.as(Person.AMY).post(PROPOSAL.path(path), body));
    assertThat(PROPOSAL.seenBy(Person.AMY).body().path("timeline")).hasSize(1);
  }

  static Stream<Arguments> queries() {
    return Stream.of(
        Arguments.of("?limit=0", refused("limit", "range")),
        Arguments.of("?limit=101", refused("limit", "range")),
        Arguments.of("?limit=ten", refused("limit", "range")),
        Arguments.of("?cursor=%27", refused("cursor", "cursor")),
        Arguments.of("?cursor=bmV4dA", refused("cursor", "cursor")),
        Arguments.of("?status=open", refused("status", "choice")),
        Arguments.of("?status=OPEN,", refused("status", "choice")),
        Arguments.of("?environment=A", refused("environment", "slug")),
        Arguments.of("?author=A", refused("author", "slug")),
        Arguments.of("?q=", refused("q", "length")),
        Arguments.of("?q=" + "q".repeat(101), refused("q", "length")),
        Arguments.of("?project=A", refused("project", "slug")),
        Arguments.of("?colour=red", malformed("colour", "unknown")));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void a_list_is_refused(String query, Refusal refusal) {
    refusal.check(World.as(Person.DAN).get("v1/change-requests" + query));
  }

  static Stream<Arguments> audits() {
    return Stream.of(
        Arguments.of("", malformed("project", "required")),
        Arguments.of("?project=A", refused("project", "slug")),
        Arguments.of("?project=payments&after=!", refused("after", "cursor")),
        Arguments.of("?project=payments&after=bmV4dA", refused("after", "cursor")),
        Arguments.of("?project=payments&from=yesterday", refused("from", "time")),
        Arguments.of("?project=payments&to=1", refused("to", "time")),
        Arguments.of("?project=payments&limit=1", malformed("limit", "unknown")));
  }

  @ParameterizedTest
  @MethodSource("audits")
  void an_export_is_refused(String query, Refusal refusal) {
    refusal.check(World.as(Person.ADA).get("v1/audit" + query));
  }

  @Test
  void a_cursor_that_no_page_gave_is_refused() {
    refused("cursor", "cursor")
        .check(World.as(Person.DAN).get(PROPOSAL.path("/events?cursor=next")));
  }

  @Test
  void a_key_for_repeats_has_a_length() {
    refused("Idempotency-Key", "length")
        .check(
            World.as(Person.AMY)
                .with("Idempotency-Key", "k".repeat(201))
                .post(PROPOSAL.path("/votes"), PROPOSAL.ballot("APPROVE")));
  }

  @Test
  void a_body_has_a_size() {
    Answer answer =
        World.as(Person.DAN).post("v1/change-requests", "\"" + "b".repeat(3 << 20) + "\"");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("/code")).isEqualTo("body-too-large");
  }

  @Test
  void a_request_that_is_none_is_not_found() {
    for (String id : new String[] {"payments", "no-project-1", "payments-0", "..%2f-1"}) {
      assertThat(World.as(Person.DAN).get("v1/change-requests/" + id).status()).isEqualTo(404);
    }
  }

  private static Arguments row(String path, String body, Refusal refusal) {
    return Arguments.of(path, body, refusal);
  }
}
