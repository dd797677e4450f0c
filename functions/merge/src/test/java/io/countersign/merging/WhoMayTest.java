package io.countersign.merging;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.Binding;
import io.countersign.directory.Person;
import io.countersign.directory.Role;
import io.countersign.directory.Subject;
import io.countersign.edge.http.Answered;
import io.countersign.edge.http.Calls;
import io.countersign.edge.http.Router;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.request.Decision;
import io.countersign.request.Event;
import io.countersign.request.Status;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Ask;
import io.countersign.store.Commit;
import io.countersign.store.Entry;
import io.countersign.vault.FakeProposals;
import io.countersign.vault.FakeVault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told what about a merge: Vera may look, Gus is an admin, and Zoe may do nothing. */
class WhoMayTest {
  private final Settled settled = new Settled();
  private final FakeProposals proposals = new FakeProposals(Instant::now);
  private final Revision revision = Sealed.revision(settled, proposals);
  private final Router router =
      Wiring.function(
              settled.tables.store(),
              settled.tables.registry()::prefixes,
              new FakeVault(),
              proposals)
          .router(Duration.ofSeconds(15));

  WhoMayTest() {
    for (String name : List.of("vera", "gus", "zoe")) {
      Person plain = People.person(name);
      Subject subject = new Subject("https://issuer.example.com", "subject-of-" + name);
      write(
          new Entry.OfPerson(
              null,
              new Person(
                  plain.id(), plain.name(), plain.email(), true, subject, plain.groups(), 1)));
    }
    write(new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding("look", Role.VIEWER, "vera")));
    write(new Entry.OfBinding(Rulebook.PAYMENTS, Rulebook.binding("run", Role.ADMIN, "gus")));
    settled.happens(
        Commit.of(Proposals.ONE, null, Settled.submitted(revision), Instant.now()).with(revision));
    happens(new Event.Voted(People.id("amy"), revision.digest(), Decision.APPROVE, ""), null);
  }

  private void write(Entry entry) {
    settled
        .tables
        .registry()
        .write(
            entry,
            Objects.requireNonNull(
                settled
                    .tables
                    .store()
                    .read(new Ask(null, null, null, null, Rulebook.PAYMENTS))
                    .counters()));
  }

  private void happens(Event event, @Nullable Lease lease) {
    Commit commit = Commit.of(Proposals.ONE, settled.head(), List.of(event), Instant.now());
    settled.happens(
        lease == null ? commit : commit.with(Plan.of(revision, settled.rules(), lease)));
  }

  private void merging(Instant until) {
    happens(
        Event.MergeStarted.agreed(People.id("dan"), revision.digest(), false), new Lease(1, until));
  }

  private Calls call(String way, String who) {
    return Calls.to("POST /v1/change-requests/{id}/" + way)
        .by(settled.subject(who))
        .with("id", "payments-1")
        .body("{\"digest\":\"%s\"}".formatted(revision.digest().hex()));
  }

  private Answered answer(String way, String who) {
    return Answered.of(router, call(way, who));
  }

  @ParameterizedTest
  @ValueSource(strings = {"merge", "finish", "undo"})
  void who_may_look_is_told_why_not_and_others_nothing(String way) {
    merging(Instant.MAX);
    assertThat(answer(way, "vera").status()).isEqualTo(403);
    assertThat(answer(way, "vera").code()).isEqualTo("may-not-merge");
    assertThat(answer(way, "zoe").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"finish", "undo"})
  void what_is_being_merged_is_not_taken_up_even_where_nobody_works_on_it(String way) {
    merging(Instant.EPOCH);
    Answered answer = answer(way, "dan");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("merging");
    assertThat(answer.text()).contains("\"present\":{", "\"status\":\"MERGING\"");
    assertThat(settled.head().request().status()).isEqualTo(Status.MERGING);
  }

  @Test
  void a_merge_that_nobody_works_on_goes_on_for_who_saw_what_it_merges() {
    merging(Instant.EPOCH);
    Answered other =
        Answered.of(router, call("merge", "dan").body("{\"digest\":\"" + "f".repeat(64) + "\"}"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("stale-digest");
    assertThat(settled.head().request().status()).isEqualTo(Status.MERGING);
    assertThat(answer("merge", "amy").status()).isEqualTo(200);
    assertThat(settled.head().request().status()).isEqualTo(Status.MERGED);
  }

  @Test
  void a_merge_that_somebody_works_on_is_waited_for() {
    merging(Instant.MAX);
    assertThat(answer("merge", "dan").status()).isEqualTo(202);
  }

  @Test
  void a_key_answers_nobody_who_may_not_know_of_the_request_any_more() {
    Calls again = call("merge", "gus").header("idempotency-key", "k-1");
    assertThat(Answered.of(router, again).status()).isEqualTo(200);
    assertThat(Answered.of(router, again).status()).isEqualTo(200);
    Binding taken = Rulebook.binding("run", Role.ADMIN, "ada");
    write(
        new Entry.OfBinding(
            Rulebook.PAYMENTS,
            new Binding(taken.id(), taken.role(), taken.holder(), null, null, 2)));
    assertThat(Answered.of(router, again).status()).isEqualTo(404);
  }
}
