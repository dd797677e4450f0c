package io.countersign.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.channel.FakeConditions;
import io.countersign.channel.FakePostings;
import io.countersign.delivery.FakeDeliveries;
import io.countersign.destination.FakeChecks;
import io.countersign.destination.FakeStandings;
import io.countersign.destination.FakeSyncs;
import io.countersign.directory.PersonId;
import io.countersign.edge.start.Woken;
import io.countersign.json.Json;
import io.countersign.merge.DocumentPlan;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.merge.Progress;
import io.countersign.project.ProjectId;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.Landed;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.sample.Settled;
import io.countersign.store.Catalog;
import io.countersign.store.Commit;
import io.countersign.vault.FakeProposals;
import io.countersign.vault.FakeVault;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The stored event, fed to the real handler. */
class WokenTest {
  private final Settled settled = new Settled();
  private final RequestStreamHandler handler =
      new QueryHandler(
          Wiring.router(
              new Wiring.Tables(
                  settled.tables.store(),
                  settled.tables.registry(),
                  new Nothing(),
                  settled.tables.trail(),
                  settled.tables.neighbours(),
                  settled.tables.journal(),
                  new FakeConditions(),
                  new FakeStandings(),
                  new FakeChecks(),
                  settled.tables.ballots()),
              new Traces(new FakeDeliveries(), new FakePostings(), new FakeSyncs()),
              new Wiring.Secrets(
                  new FakeVault().inventory(), new FakeVault(), new FakeProposals(Instant::now))));

  /** Lists nothing. */
  private static final class Nothing implements Catalog {
    @Override
    public Page page(
        @Nullable ProjectId project, Set<Status> statuses, @Nullable Before before, int limit) {
      return new Page(List.of(), false);
    }

    @Override
    public Page waiting(PersonId person, @Nullable Before before, int limit) {
      return new Page(List.of(), false);
    }

    @Override
    public int count(@Nullable ProjectId project, Status status, int most) {
      return 0;
    }

    @Override
    public Map<RequestId, Revision> revisions(Collection<Request> requests) {
      return Map.of();
    }

    @Override
    public List<String> events(RequestId request, long after, int limit) {
      return List.of();
    }
  }

  @Test
  void a_request_is_shown_to_its_approver() {
    settled.open();
    Json.Obj answer = Woken.by("query", handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    assertThat(Woken.body(answer)).contains("\"may\":[\"approve\",\"reject\"");
  }

  @Test
  void a_request_is_shown_to_who_has_the_link_of_a_mail() {
    settled.polled();
    Json.Obj answer = Woken.by("query-link", handler);
    assertThat(Woken.status(answer)).as(Woken.body(answer)).isEqualTo(200);
    assertThat(Woken.body(answer)).contains("\"voter\":{\"id\":\"amy\"");
  }

  @Test
  void a_link_that_is_not_there_is_void() {
    settled.open();
    assertThat(Woken.status(Woken.by("query-link", handler))).isEqualTo(404);
  }

  @Test
  void what_aws_refuses_to_delete_is_named() {
    Revision revision = settled.open();
    Landed gone = new Landed(Rulebook.DB, "arn", "v2", List.of("A"), Landed.Fate.REMOVED);
    DocumentPlan left =
        new DocumentPlan(Rulebook.DB, "prod/db", null, new Progress.Removed(gone), null, 1);
    settled.happens(
        Commit.of(
                Proposals.ONE,
                settled.head(),
                List.of(
                    Event.MergeStarted.agreed(People.id("dan"), revision.digest(), false),
                    new Event.Merged(revision.digest(), List.of(gone))),
                Instant.now())
            .with(Plan.of(Lease.FREE, List.of(left))));
    assertThat(Woken.body(Woken.by("query", handler)))
        .contains(
            "\"undeleted\":[{\"environment\":\"prod\",\"path\":\"/db\",\"message\":\"prod:/db");
  }

  @Test
  void a_request_that_is_not_there_is_not_found() {
    assertThat(Woken.status(Woken.by("query", handler))).isEqualTo(404);
  }
}
