package io.countersign.tick;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.delivery.FakeRounds;
import io.countersign.delivery.Rounds;
import io.countersign.delivery.Rounds.Round;
import io.countersign.destination.Cargo;
import io.countersign.destination.FakeStandings;
import io.countersign.destination.Lane;
import io.countersign.edge.command.Pauses;
import io.countersign.edge.start.Woken;
import io.countersign.outbox.Outbox;
import io.countersign.outbox.Publishing;
import io.countersign.project.DestinationId;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Commit;
import io.countersign.store.Due;
import io.countersign.vault.FakeProposals;
import io.countersign.waiting.Keeping;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The stored event, fed to the real handler. */
class WokenTest {
  private static final RequestId LAPSED = RequestId.parse("payments-2");

  private final Settled settled = new Settled();
  private final FakeProposals proposals = new FakeProposals(Instant::now);
  private final Rounds rounds = new FakeRounds();
  private final List<Round> reminded = new ArrayList<>();
  private final List<RequestId> woken = new ArrayList<>();

  /** The first request is over, the second's merge has lapsed. */
  private static final class Both implements Due {
    @Override
    public List<RequestId> expired(Instant now, int limit) {
      return List.of(Proposals.ONE);
    }

    @Override
    public List<RequestId> lapsed(Instant now, int limit) {
      return List.of(LAPSED);
    }

    @Override
    public List<RequestId> over(Instant now, int limit) {
      return List.of(Proposals.ONE);
    }
  }

  /** The first request's event was not published when it happened. */
  private static final class Missed implements Outbox {
    @Override
    public long cursor(RequestId request) {
      return 0;
    }

    @Override
    public List<String> events(RequestId request, long after, int limit) {
      return List.of();
    }

    @Override
    public void published(RequestId request, long sequence) {}

    @Override
    public List<RequestId> unpublished(Instant before, int limit) {
      return List.of(Proposals.ONE);
    }
  }

  private final FakeStandings standings = new FakeStandings();
  private final List<Lane> lanes = new ArrayList<>();

  @Test
  void a_minute_has_the_lanes_looked_at_in_which_something_is_due() {
    Lane due = new Lane(Rulebook.PAYMENTS, new DestinationId("ssm"));
    Lane later = new Lane(Rulebook.PAYMENTS, new DestinationId("hook"));
    Cargo document = new Cargo.Content(Rulebook.document("/db"));
    standings.ask(due, document, null, Instant.now());
    standings.ask(later, document, null, Instant.now().plusSeconds(90));
    Woken.by("tick-schedule", handler());
    assertThat(lanes).containsExactly(due);
  }

  private TickHandler handler() {
    InstantSource clock = InstantSource.system();
    return new TickHandler(
        new Tick(
            new Both(),
            new Expiry(settled.tables.store(), clock, Pauses.contention()),
            woken::add,
            new Missed(),
            new Keeping(settled.tables.store(), settled.tables.waiting(), Pauses.contention()),
            new Publishing(new Missed(), List::size),
            new Orphans(proposals, settled.tables.store()),
            new Nudging(rounds, settled.tables.store(), reminded::add, clock),
            new Lanes(standings, (lane, _) -> lanes.add(lane)),
            clock));
  }

  @Test
  void a_minute_expires_what_is_over_resumes_what_lapsed_and_sweeps_what_nobody_needs() {
    over();
    proposals.write(Proposals.ONE + "/token/0", "t".repeat(32), "{}");
    assertThat(Woken.by("tick-schedule", handler()).get("at")).isNotNull();
    assertThat(settled.head().request().status()).isEqualTo(Status.EXPIRED);
    assertThat(woken).containsExactly(LAPSED);
    assertThat(proposals.list()).isEmpty();
  }

  @Test
  void a_minute_writes_down_that_access_is_over() {
    settled.governs(Rulebook.access(Rulebook.policy("access", Rulebook.requirement(1, "amy"))));
    settled.gives(Instant.now().minusSeconds(1));
    Woken.by("tick-schedule", handler());
    assertThat(settled.rules().grants()).isEmpty();
    assertThat(Objects.requireNonNull(settled.head().request().granted()).end()).isNotNull();
  }

  @Test
  void a_minute_puts_what_relay_missed_on_the_lists_of_those_whom_it_waits_for() {
    settled.open();
    Woken.by("tick-schedule", handler());
    assertThat(settled.tables.catalog().waiting(People.id("amy"), null, 10).requests())
        .containsExactly(settled.head().request());
  }

  @Test
  void a_minute_hands_on_the_round_of_reminders_that_is_due() {
    Round round =
        new Round(Proposals.ONE, 1, settled.open().digest(), 1, Instant.now().minusSeconds(1));
    rounds.plan(round);
    Woken.by("tick-schedule", handler());
    assertThat(reminded).containsExactly(round);
    Woken.by("tick-schedule", handler());
    assertThat(reminded).hasSize(1);
  }

  private void over() {
    Revision revision =
        Proposals.revision(
            People.ids("dan"),
            settled.rules().bind(List.of(Rulebook.DB), settled.tables.store().directory()),
            Rulebook.DB);
    settled.happens(
        Commit.of(Proposals.ONE, null, List.of(Proposals.submitted(revision)), Proposals.NOON)
            .with(revision));
  }
}
