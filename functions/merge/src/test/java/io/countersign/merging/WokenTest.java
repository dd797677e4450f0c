package io.countersign.merging;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.store.Store;
import io.countersign.vault.FakeProposals;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stored events, fed to the real handler. */
class WokenTest {
  private final Settled settled = new Settled();
  private final FakeVault vault = new FakeVault();
  private final FakeProposals proposals = new FakeProposals(Instant::now);
  private final Revision revision = Sealed.revision(settled, proposals);
  private final RequestStreamHandler handler =
      new MergeHandler(
          Wiring.function(
              settled.tables.store(), settled.tables.registry()::prefixes, vault, proposals));

  WokenTest() {
    Commit submission = Commit.of(Proposals.ONE, null, Settled.submitted(revision), Instant.now());
    settled.happens(submission.with(revision));
  }

  private void happens(Event event, boolean planned) {
    Commit commit = Commit.of(Proposals.ONE, settled.head(), List.of(event), Instant.now());
    settled.happens(planned ? commit.with(Plan.of(revision, settled.rules(), Lease.FREE)) : commit);
  }

  @Test
  void a_call_merges_what_is_agreed() {
    happens(new Event.Voted(People.id("amy"), revision.digest(), Decision.APPROVE, ""), false);
    Json.Obj answer = Woken.by("merge", revision.digest().hex(), handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    merged();
  }

  @Test
  void a_call_merges_nothing_else() {
    Json.Obj answer = Woken.by("merge", revision.digest().hex(), handler);
    assertThat(Woken.status(answer)).isEqualTo(409);
    assertThat(vault.read("prod/db")).isInstanceOf(Seen.Missing.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge-started", "merge-lapsed"})
  void a_message_carries_out_the_plan_that_nobody_works_on(String event) {
    happens(Event.MergeStarted.agreed(People.id("dan"), revision.digest(), true), true);
    Json.Obj answer = Woken.by(event, handler);
    assertThat(answer.text()).isEqualTo("{\"batchItemFailures\":[]}");
    merged();
  }

  @Test
  void another_transaction_in_the_way_ends_no_merge() {
    happens(Event.MergeStarted.agreed(People.id("dan"), revision.digest(), true), true);
    Store crossed = new Crossed(settled.tables.store());
    Woken.by(
        "merge-lapsed",
        new MergeHandler(
            Wiring.function(crossed, settled.tables.registry()::prefixes, vault, proposals)));
    merged();
  }

  @Test
  void a_plan_without_agreement_that_is_resumed_ends_bypassed() {
    happens(
        new Event.MergeStarted(
            People.id("dan"),
            revision.digest(),
            Event.Mode.BYPASS,
            "The provider has leaked it",
            People.ids(),
            true),
        true);
    Woken.by("merge-lapsed", handler);
    ended(Status.BYPASSED);
  }

  private void merged() {
    ended(Status.MERGED);
  }

  private void ended(Status status) {
    assertThat(settled.head().request().status()).isEqualTo(status);
    assertThat(vault.read("prod/db"))
        .isInstanceOfSatisfying(
            Seen.Present.class,
            seen -> assertThat(seen.text()).isEqualTo("{\"PASSWORD\":\"a-new-one\"}"));
    assertThat(proposals.list()).isEmpty();
  }
}
