package io.countersign.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.name.Token;
import io.countersign.request.Status;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.vault.FakeProposals;
import io.countersign.vault.FakeVault;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The stored events, fed to the real handler. */
class WokenTest {
  private final Settled settled = new Settled();
  private final FakeProposals proposals = new FakeProposals(Instant::now);
  private final RequestStreamHandler handler =
      new SubmitHandler(
          Wiring.router(
              settled.tables.store(),
              settled.tables.neighbours(),
              new FakeVault(),
              proposals,
              Token::of));

  @Test
  void a_submission_makes_a_request_whose_value_is_only_among_the_proposals() {
    Json.Obj answer = Woken.by("submit", handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(201);
    assertThat(Woken.body(answer)).contains("\"payments-1\"").doesNotContain("a-new-one");
    assertThat(settled.head().toString()).doesNotContain("a-new-one");
    assertThat(proposals.list()).hasSize(1);
  }

  @Test
  void a_revision_keeps_the_value_unseen() {
    String digest = Desk.digest(Woken.by("submit", handler));
    Json.Obj answer = Woken.by("submit-revise", digest, handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(201);
    assertThat(settled.head().request().revision()).isEqualTo(2);
    assertThat(proposals.list()).hasSize(1);
    assertThat(proposals.line().calls()).noneMatch(call -> call.startsWith("read"));
  }

  @Test
  void a_comment_stands_on_the_request() {
    settled.open();
    assertThat(Woken.status(Woken.by("submit-comment", handler))).isEqualTo(201);
    assertThat(settled.head().request().sequence()).isEqualTo(2);
  }

  @Test
  void a_withdrawal_ends_the_request() {
    settled.open();
    assertThat(Woken.status(Woken.by("submit-withdraw", handler))).isEqualTo(200);
    assertThat(settled.head().request().status()).isEqualTo(Status.WITHDRAWN);
  }

  @Test
  void access_is_asked_for_once_at_a_time() {
    assertThat(Woken.body(Woken.by("submit-access", handler))).contains("\"no-access-policy\"");
    settled.governs(Rulebook.access(Rulebook.policy("access", Rulebook.requirement(1, "amy"))));
    Json.Obj answer = Woken.by("submit-access", handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(201);
    assertThat(proposals.list()).isEmpty();
    assertThat(Woken.body(Woken.by("submit-access", handler))).contains("\"same-request\"");
  }

  @Test
  void whose_subject_is_no_longer_theirs_submits_nothing() {
    Json.Obj answer =
        Woken.by(
            "submit",
            new SubmitHandler(
                Wiring.router(
                    settled.rebound("dan"),
                    settled.tables.neighbours(),
                    new FakeVault(),
                    proposals,
                    Token::of)));
    assertThat(Woken.body(answer)).contains("\"unknown-person\"");
    assertThat(proposals.list()).isEmpty();
  }
}
