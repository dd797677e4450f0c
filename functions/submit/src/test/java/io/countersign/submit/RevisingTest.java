package io.countersign.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.revision.Batch;
import io.countersign.revision.Part;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Commit;
import io.countersign.store.Doors;
import io.countersign.vault.Line;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where values lie from revision to revision, whatever is cut off. */
class RevisingTest {
  private static final String ONE =
      "[{\"environment\":\"prod\",\"path\":\"/db\",\"set\":{\"A\":\"a-value\"}}]";
  private static final String BOTH =
      "[{\"environment\":\"prod\",\"path\":\"/db\",\"set\":{\"A\":\"a-value\",\"B\":\"b-value\"}}]";

  private final Desk desk = new Desk();

  private static void is(Json.Obj answer, int status) {
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(status);
  }

  /** Exactly what the present revision refers to is there. */
  private void nothingElseIsKept() {
    assertThat(desk.proposals.list()).containsOnlyKeys(desk.present().partNames());
    for (Batch batch : desk.present().batches()) {
      for (Part part : batch.parts()) {
        assertThat(desk.proposals.read(part.name(), part.versionId())).isNotNull();
      }
    }
  }

  @Test
  void a_kept_value_stays_where_it_is() {
    String digest = desk.submits(ONE);
    Revision first = desk.present();
    desk.holds("{\"A\":\"theirs\"}");
    is(desk.revises(Desk.rebase(digest)), 201);
    assertThat(desk.present().number()).isEqualTo(2);
    assertThat(desk.present().batches()).hasSize(2).startsWith(first.batches().getFirst());
    nothingElseIsKept();
  }

  @Test
  void the_answer_says_what_is_missing_by_the_rules_of_this_moment_and_who_could_clear_it() {
    String rebase = Desk.rebase(desk.submits(ONE));
    is(desk.revises("key", rebase), 201);
    desk.settled.governs(Rulebook.policy("two", Rulebook.requirement(1, "ada")));
    Json.Obj answer = JsonText.object(Woken.body(desk.revises("key", rebase)));
    assertThat(answer.get("reasons") + "").contains("\"one\"", "\"two\"", "ada");
  }

  @Test
  void values_are_never_read_to_keep_them() {
    is(desk.revises(Desk.rebase(desk.submits(BOTH))), 201);
    assertThat(desk.proposals.line().calls()).noneMatch(call -> call.startsWith("read"));
  }

  @Test
  void what_the_next_revision_does_not_refer_to_is_gone_at_once() {
    String digest = desk.submits(BOTH);
    is(desk.revises("{\"digest\":\"" + digest + "\",\"changes\":" + ONE + "}"), 201);
    assertThat(desk.present().batches()).hasSize(1);
    nothingElseIsKept();
  }

  @Test
  void what_is_partly_kept_stays_whole() {
    String digest = desk.submits(BOTH);
    String keep = "[{\"environment\":\"prod\",\"path\":\"/db\",\"key\":\"B\"}]";
    is(
        desk.revises("{\"digest\":\"" + digest + "\",\"keep\":" + keep + ",\"base\":\"present\"}"),
        201);
    assertThat(desk.present().operations()).hasSize(1);
    nothingElseIsKept();
  }

  @Test
  void a_repeated_call_makes_no_second_revision() {
    String body = Desk.rebase(desk.submits(ONE));
    Json.Obj first = desk.revises("key", body);
    Json.Obj again = desk.revises("key", body);
    is(first, 201);
    assertThat(again).isEqualTo(first);
    assertThat(desk.present().number()).isEqualTo(2);
    assertThat(Desk.code(desk.revises("key", body.replace("present", "unchanged"))))
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void the_retry_of_a_call_whose_answer_was_lost_is_answered_with_what_it_made() {
    desk.holds("{\"A\":\"theirs\"}");
    String body = Desk.rebase(desk.submits(ONE));
    desk.settled.tables.doors().failAfter(Doors.Call.COMMIT);
    is(desk.revises("key", body), 503);
    is(desk.revises("key", body), 201);
    assertThat(desk.present().number()).isEqualTo(2);
    nothingElseIsKept();
  }

  @Test
  void a_retry_goes_on_with_the_token_of_the_first_try() {
    desk.holds("{\"A\":\"theirs\"}");
    String body = Desk.rebase(desk.submits(ONE));
    desk.settled.tables.doors().failBefore(Doors.Call.COMMIT);
    is(desk.revises("key", body), 503);
    List<String> written = List.copyOf(desk.proposals.list().keySet());
    is(desk.revises("key", body), 201);
    assertThat(desk.proposals.list().keySet()).containsExactlyElementsOf(written);
    nothingElseIsKept();
  }

  @Test
  void a_try_that_comes_too_late_takes_no_value_of_the_one_that_went_through() {
    desk.holds("{\"A\":\"theirs\"}");
    String body = Desk.rebase(desk.submits(ONE));
    // The same call arrives twice at once: the second is done while the first is about to commit.
    desk.settled.tables.doors().first(Doors.Call.COMMIT, () -> is(desk.revises("key", body), 201));
    is(desk.revises("key", body), 201);
    assertThat(desk.present().number()).isEqualTo(2);
    nothingElseIsKept();
  }

  @Test
  void what_another_revision_overtook_is_refused_and_leaves_nothing() {
    desk.holds("{\"A\":\"theirs\"}");
    String body = Desk.rebase(desk.submits(ONE));
    desk.settled.tables.doors().first(Doors.Call.COMMIT, () -> is(desk.revises(body), 201));
    Json.Obj late = desk.revises(body);
    is(late, 409);
    assertThat(Desk.code(late)).isEqualTo("stale-digest");
    assertThat(Woken.body(late)).contains(desk.present().digest().hex());
    assertThat(desk.present().number()).isEqualTo(2);
    nothingElseIsKept();
  }

  @Test
  void a_vote_that_comes_first_is_void_with_its_revision() {
    String digest = desk.submits(ONE);
    desk.settled
        .tables
        .doors()
        .first(
            Doors.Call.COMMIT,
            () ->
                desk.settled.happens(
                    Commit.of(
                        Proposals.ONE,
                        desk.settled.head(),
                        List.of(
                            new Event.Voted(
                                People.id("amy"),
                                desk.settled.head().request().digest(),
                                Decision.APPROVE,
                                "")),
                        Instant.now())));
    is(desk.revises(Desk.rebase(digest)), 201);
    assertThat(desk.settled.head().request().votes()).isEmpty();
    nothingElseIsKept();
  }

  @Test
  void what_cannot_be_deleted_just_now_is_left_to_tick() {
    String digest = desk.submits(BOTH);
    int calls = desk.proposals.line().calls().size();
    desk.proposals.line().breakAt(calls + 2, Line.Break.BEFORE);
    is(desk.revises("{\"digest\":\"" + digest + "\",\"changes\":" + ONE + "}"), 201);
    assertThat(desk.proposals.list()).hasSize(2);
  }

  @Test
  void a_digest_that_is_not_the_present_one_is_answered_with_it() {
    desk.submits(ONE);
    Json.Obj answer = desk.revises(Desk.rebase("ab".repeat(32)));
    is(answer, 409);
    assertThat(Desk.code(answer)).isEqualTo("stale-digest");
    assertThat(Woken.body(answer)).contains(desk.present().digest().hex());
    assertThat(desk.proposals.line().calls()).hasSize(1);
  }

  /** What comes after the digest is refused in these words. */
  private void refused(int status, String rest, String... words) {
    Json.Obj answer = desk.revises("{\"digest\":\"" + desk.submits(ONE) + "\"," + rest + "}");
    is(answer, status);
    assertThat(Woken.body(answer)).contains(words);
  }

  @Test
  void a_kept_operation_that_is_none_is_named() {
    String keep = "[{\"environment\":\"prod\",\"path\":\"/db\",\"key\":\"Z\"}]";
    refused(
        422, "\"keep\":" + keep + ",\"base\":\"unchanged\"", "keep[0].key", "no-such-operation");
  }

  @Test
  void what_is_kept_says_what_it_is_bound_to() {
    refused(400, "\"keep\":\"all\"", "base", "required");
  }

  @Test
  void what_binds_kept_operations_stands_beside_them_only() {
    refused(422, "\"base\":\"present\"", "\"base\"", "must stand beside keep only");
  }
}
