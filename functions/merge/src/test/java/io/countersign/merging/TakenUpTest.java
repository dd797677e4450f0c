package io.countersign.merging;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.directory.PersonId;
import io.countersign.edge.start.Woken;
import io.countersign.explain.Reason;
import io.countersign.json.Json;
import io.countersign.merge.DocumentPlan;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.merge.Progress;
import io.countersign.name.Token;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Remains;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.store.Store;
import io.countersign.vault.FakeProposals;
import io.countersign.vault.FakeVault;
import io.countersign.vault.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A merge that has failed while its document holds the change, by calls and by the queue. */
class TakenUpTest {
  private static final PersonId DAN = People.id("dan");

  private final Settled settled = new Settled();
  private final FakeVault vault = new FakeVault();
  private final FakeProposals proposals = new FakeProposals(Instant::now);
  private final Revision revision = Sealed.revision(settled, proposals);
  private final RequestStreamHandler handler =
      new MergeHandler(
          Wiring.function(
              settled.tables.store(), settled.tables.registry()::prefixes, vault, proposals));

  TakenUpTest() {
    settled.happens(
        Commit.of(Proposals.ONE, null, Settled.submitted(revision), Instant.now()).with(revision));
    happens(new Event.Voted(People.id("amy"), revision.digest(), Decision.APPROVE, ""), null);
    Plan plan = moved();
    happens(Event.MergeStarted.agreed(DAN, revision.digest(), false), plan);
    Remains held = new Remains(Rulebook.DB, Remains.State.HELD, "v2", "prod:/db holds the change.");
    happens(new Event.Failed(revision.digest(), List.of(held)), plan);
  }

  /** Ours is the current version of the document. */
  private Plan moved() {
    String arn = vault.outsider().create("prod/db", "{\"OTHER\":1}");
    String base = ((Seen.Present) vault.read("prod/db")).current();
    String ours = vault.stage(arn, Token.of("ours"), "{\"OTHER\":1,\"PASSWORD\":\"a-new-one\"}");
    vault.move(arn, base, ours);
    return new Plan(
        new Lease(3, Instant.EPOCH),
        List.of(
            new DocumentPlan(
                Rulebook.DB, "prod/db", null, new Progress.Intended(arn, base, ours), null, 0)),
        new Plan.Retreat(Reason.of("aws-refused", "why"), false));
  }

  private void happens(Event event, @Nullable Plan plan) {
    Commit commit = Commit.of(Proposals.ONE, settled.head(), List.of(event), Instant.now());
    settled.happens(plan == null ? commit : commit.with(plan));
  }

  private Request request() {
    return settled.head().request();
  }

  private String text() {
    return Objects.requireNonNull(((Seen.Present) vault.read("prod/db")).text());
  }

  private void finished() {
    assertThat(request().status()).isEqualTo(Status.MERGED);
    assertThat(request().landed()).hasSize(1);
    assertThat(text()).isEqualTo("{\"OTHER\":1,\"PASSWORD\":\"a-new-one\"}");
    assertThat(proposals.list()).isEmpty();
  }

  private void undone() {
    assertThat(request().status()).isEqualTo(Status.OPEN);
    assertThat(request().remains()).isEmpty();
    assertThat(text()).isEqualTo("{\"OTHER\":1}");
    assertThat(settled.head().plan()).isNull();
  }

  @Test
  void a_call_finishes_it() {
    Json.Obj answer = Woken.by("merge-finish", revision.digest().hex(), handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    finished();
  }

  @Test
  void a_call_undoes_it() {
    Json.Obj answer = Woken.by("merge-undo", revision.digest().hex(), handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    undone();
  }

  @Test
  void whose_subject_is_no_longer_theirs_brings_nothing_to_an_end() {
    Store torn = settled.rebound("dan");
    RequestStreamHandler old =
        new MergeHandler(
            Wiring.function(torn, settled.tables.registry()::prefixes, vault, proposals));
    for (String call : List.of("merge-finish", "merge-undo", "merge")) {
      Json.Obj answer = Woken.by(call, revision.digest().hex(), old);
      assertThat(Woken.body(answer)).as(call).contains("\"unknown-person\"");
    }
    assertThat(request().status()).isEqualTo(Status.FAILED);
  }

  @Test
  void a_call_that_merges_is_told_of_the_ways_out() {
    Json.Obj answer = Woken.by("merge", revision.digest().hex(), handler);
    assertThat(Woken.status(answer)).isEqualTo(409);
    assertThat(Woken.body(answer)).contains("\"code\":\"failed\"");
  }

  @Test
  void one_that_fails_again_says_what_is_live() {
    vault.hold("prod/db", Seen.Hindrance.MANAGED);
    Json.Obj answer = Woken.by("merge-undo", revision.digest().hex(), handler);
    assertThat(Woken.status(answer)).isEqualTo(409);
    assertThat(Woken.body(answer)).contains("\"merge-failed\"", "\"state\":\"HELD\"");
    assertThat(request().remains()).hasSize(1);
    assertThat(Objects.requireNonNull(settled.head().plan()).lease().fence()).isEqualTo(4);
  }

  @Test
  void whoever_was_killed_while_finishing_is_followed_by_the_queue() {
    killed(Event.Mode.FINISH, kept().forward(new Lease(4, Instant.EPOCH)));
    assertThat(Woken.by("merge-lapsed", handler).text()).isEqualTo("{\"batchItemFailures\":[]}");
    finished();
  }

  @Test
  void whoever_was_killed_while_undoing_is_followed_by_the_queue() {
    killed(Event.Mode.UNDO, kept().with(new Lease(4, Instant.EPOCH)));
    assertThat(Woken.by("merge-lapsed", handler).text()).isEqualTo("{\"batchItemFailures\":[]}");
    undone();
  }

  private Plan kept() {
    return Objects.requireNonNull(settled.head().plan());
  }

  private void killed(Event.Mode way, Plan plan) {
    happens(new Event.MergeStarted(DAN, revision.digest(), way, "", new TreeSet<>(), false), plan);
  }
}
