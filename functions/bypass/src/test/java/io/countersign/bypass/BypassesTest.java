package io.countersign.bypass;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Router;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.policy.Bypass;
import io.countersign.policy.Policy;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Doors;
import io.countersign.store.Head;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a bypass rests on when it is committed. */
class BypassesTest {
  private static final String WHY = "The provider has leaked it";

  private final Settled settled = new Settled();
  private final Router router = Wiring.router(settled.tables.store());
  private final Revision revision;

  BypassesTest() {
    write(new Bypass.Anyone());
    revision = settled.open();
  }

  private void write(Bypass bypass) {
    Policy policy = settled.rules().policies().getFirst();
    settled.governs(
        Rulebook.bypass(bypass, Rulebook.edited(policy, Rulebook.requirement(1, "@approvers"))));
  }

  private Calls call(String reason) {
    return Calls.to(Bypasses.ROUTE)
        .by(settled.subject("dan"))
        .with("id", "payments-1")
        .body("{\"digest\":\"%s\",\"reason\":\"%s\"}".formatted(revision.digest().hex(), reason));
  }

  private Answered answer(Calls call) {
    return Answered.of(router, call);
  }

  @Test
  void a_policy_that_is_closed_between_look_and_commit_stops_it() {
    settled.tables.doors().first(Doors.Call.COMMIT, () -> write(new Bypass.Off()));
    Answered answer = answer(call(WHY));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("may-not-bypass");
    assertThat(settled.head().request().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void whose_subject_is_no_longer_theirs_starts_nothing() {
    Calls call = call(WHY);
    Answered answer = Answered.of(Wiring.router(settled.rebound("dan")), call);
    assertThat(answer.code()).isEqualTo("unknown-person");
    assertThat(settled.head().request().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void a_rejection_that_comes_in_between_is_named() {
    settled
        .tables
        .doors()
        .first(
            Doors.Call.COMMIT,
            () ->
                settled.happens(
                    Commit.of(
                        Proposals.ONE,
                        settled.head(),
                        List.of(
                            new Event.Voted(
                                People.id("amy"), revision.digest(), Decision.REJECT, "")),
                        Instant.now())));
    assertThat(answer(call(WHY)).status()).isEqualTo(202);
    assertThat(settled.head().request().rejecting()).isEqualTo(People.ids("amy"));
  }

  @Test
  void the_same_key_starts_it_once_and_is_told_where_it_stands() {
    assertThat(answer(call(WHY).header("idempotency-key", "one")).status()).isEqualTo(202);
    long events = settled.head().request().sequence();
    Answered again = answer(call(WHY).header("idempotency-key", "one"));
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.text("status")).isEqualTo("MERGING");
    assertThat(settled.head().request().sequence()).isEqualTo(events);
    assertThat(answer(call(WHY + "!").header("idempotency-key", "one")).code())
        .isEqualTo("idempotency-key-reused");
    assertThat(answer(call(WHY)).code()).isEqualTo("merging");
  }

  @Test
  void a_document_that_another_merge_holds_is_waited_for() {
    Revision other = Proposals.revision(People.ids("dan"), List.of(), Rulebook.DB);
    RequestId two = new RequestId(Rulebook.PAYMENTS, 2);
    settled.happens(Commit.of(two, null, Settled.submitted(other), Instant.now()).with(other));
    Head head = Objects.requireNonNull(settled.tables.store().read(Ask.state(two)).head());
    Event started = Event.MergeStarted.agreed(People.id("dan"), other.digest(), true);
    settled.happens(
        Commit.of(two, head, List.of(started), Instant.now())
            .with(Plan.of(other, settled.rules(), Lease.FREE)));
    Answered answer = answer(call(WHY));
    assertThat(answer.code()).isEqualTo("document-locked");
    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void a_reason_is_given_and_at_most_4_kb() {
    assertThat(answer(call("Urgent")).code()).isEqualTo("reason-too-short");
    assertThat(answer(call("Urgent")).status()).isEqualTo(422);
    assertThat(answer(call("x".repeat(4097))).status()).isEqualTo(422);
    assertThat(answer(call("x".repeat(4096))).status()).isEqualTo(202);
  }

  @Test
  void a_stranger_learns_of_nothing() {
    assertThat(answer(call(WHY).by(settled.subject("ada"))).code()).isEqualTo("not-the-author");
    assertThat(answer(call(WHY).by("eve")).code()).isEqualTo("unknown-person");
    assertThat(answer(call(WHY).with("id", "payments-9")).status()).isEqualTo(404);
  }
}
