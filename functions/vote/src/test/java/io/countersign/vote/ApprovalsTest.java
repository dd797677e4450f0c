package io.countersign.vote;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Router;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.policy.BoundPolicy;
import io.countersign.policy.Policy;
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

/** Votes that merge what they make agreed. */
class ApprovalsTest {
  private final Settled settled = new Settled();
  private final Router router = Wiring.router(settled.tables.store(), settled.tables.ballots());
  private final Revision revision = settled.open();

  private Calls call(String voter, String decision) {
    return Calls.to(Votes.ROUTE)
        .by(settled.subject(voter))
        .with("id", "payments-1")
        .body(
            "{\"decision\":\"%s\",\"digest\":\"%s\",\"mergeIfAgreed\":true}"
                .formatted(decision, revision.digest().hex()));
  }

  private Answered answer(Calls call) {
    return Answered.of(router, call);
  }

  private void twoAreAsked() {
    Policy policy = settled.rules().policies().getFirst();
    settled.governs(Rulebook.edited(policy, Rulebook.requirement(2, "@approvers")));
  }

  private Status status() {
    return settled.head().request().status();
  }

  @Test
  void the_vote_that_makes_it_agreed_commits_the_plan() {
    Answered answer = answer(call("amy", "APPROVE"));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("status")).isEqualTo("MERGING");
    assertThat(answer.body().text()).contains("\"agreed\":true,\"reasons\":[]");
    assertThat(status()).isEqualTo(Status.MERGING);
    assertThat(Objects.requireNonNull(settled.head().plan()).lease()).isEqualTo(Lease.FREE);
    assertThat(settled.head().request().votes()).containsOnlyKeys(People.id("amy"));
    assertThat(settled.head().request().sequence()).isEqualTo(4);
    assertThat(settled.tables.doors().calls(Doors.Call.COMMIT)).isEqualTo(2);
  }

  @Test
  void where_todays_rules_ask_for_more_the_vote_stands_alone() {
    twoAreAsked();
    Answered answer = answer(call("amy", "APPROVE"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().text())
        .contains("\"agreed\":false", "\"code\":\"approvals-missing\"", "needs 1 more approval");
    assertThat(status()).isEqualTo(Status.OPEN);
    assertThat(settled.head().request().votes()).containsOnlyKeys(People.id("amy"));
    assertThat(answer(call("bob", "APPROVE")).status()).isEqualTo(202);
  }

  @Test
  void rules_that_change_between_look_and_commit_are_looked_at_again() {
    settled.tables.doors().first(Doors.Call.COMMIT, this::twoAreAsked);
    assertThat(answer(call("amy", "APPROVE")).status()).isEqualTo(200);
    assertThat(status()).isEqualTo(Status.OPEN);
  }

  /** Dan's request payments-2 on the same document, as if these policies had been bound. */
  private void anotherMerges(List<BoundPolicy> policies) {
    Revision other = Proposals.revision(People.ids("dan"), policies, Rulebook.DB);
    RequestId two = new RequestId(Rulebook.PAYMENTS, 2);
    settled.happens(Commit.of(two, null, Settled.submitted(other), Instant.now()).with(other));
    Head head = Objects.requireNonNull(settled.tables.store().read(Ask.state(two)).head());
    Event started = Event.MergeStarted.agreed(People.id("dan"), other.digest(), true);
    settled.happens(
        Commit.of(two, head, List.of(started), Instant.now())
            .with(Plan.of(other, settled.rules(), Lease.FREE)));
  }

  @Test
  void while_another_merge_holds_the_document_the_vote_stands_alone() {
    anotherMerges(revision.policies());
    Answered answer = answer(call("amy", "APPROVE"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().text())
        .contains("\"agreed\":true", "\"code\":\"document-locked\"", "payments-2")
        .contains("\"clearedBy\":[{\"id\":\"ada\"", "\"id\":\"amy\"", "\"id\":\"dan\"");
    assertThat(settled.head().request().votes()).hasSize(1);
  }

  @Test
  void of_a_merge_that_they_may_not_see_voters_learn_its_name_only() {
    anotherMerges(List.of());
    assertThat(answer(call("amy", "APPROVE")).body().text())
        .contains("payments-2", "\"clearedBy\":[]");
  }

  @Test
  void it_stands_beside_an_approval_only() {
    for (String decision : List.of("REJECT", "RETRACT")) {
      Answered answer = answer(call("amy", decision));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body().text()).contains("mergeIfAgreed must stand beside APPROVE only");
    }
    assertThat(settled.head().request().votes()).isEmpty();
  }

  @Test
  void who_may_not_vote_merges_nothing() {
    assertThat(answer(call("dan", "APPROVE")).code()).isEqualTo("not-an-approver");
    assertThat(status()).isEqualTo(Status.OPEN);
  }

  @Test
  void the_same_key_votes_once_and_is_answered_alike() {
    twoAreAsked();
    Answered first = answer(call("amy", "APPROVE").header("idempotency-key", "one"));
    Answered again = answer(call("amy", "APPROVE").header("idempotency-key", "one"));
    assertThat(again).isEqualTo(first);
    assertThat(answer(call("bob", "APPROVE").header("idempotency-key", "two")).status())
        .isEqualTo(202);
    assertThat(answer(call("bob", "APPROVE").header("idempotency-key", "two")).status())
        .isEqualTo(202);
    assertThat(settled.head().request().sequence()).isEqualTo(5);
  }
}
