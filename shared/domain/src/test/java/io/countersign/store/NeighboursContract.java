package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Reason;
import io.countersign.merge.DocumentPlan;
import io.countersign.merge.Lease;
import io.countersign.merge.Plan;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.request.Event;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which open requests touch a document: there exactly while they are open. */
public abstract class NeighboursContract {
  private static final Instant NOON = Proposals.NOON;
  private static final DocumentId OTHER = Rulebook.document("/other");

  private Tables tables;
  private Neighbours neighbours;

  /** Tables without anything in them. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void begin() {
    tables = tables(() -> NOON);
    neighbours = tables.neighbours();
  }

  private static RequestId id(long number) {
    return new RequestId(Rulebook.PAYMENTS, number);
  }

  private Revision submit(RequestId id, DocumentId... documents) {
    Revision one = Proposals.revision(People.ids("ann"), List.of(), documents);
    Revision revision =
        Revision.sealed(
            id,
            "token",
            People.id("ann"),
            one.title(),
            one.message(),
            one.operations(),
            one.documents(),
            one.policies(),
            People.directory("ann"),
            NOON);
    Commit commit =
        Commit.of(id, null, List.of(Proposals.submitted(revision)), NOON.plusMillis(id.number()));
    assertThat(tables.store().commit(commit.with(revision))).isTrue();
    return revision;
  }

  private void happens(RequestId id, Event event) {
    Head head = tables.store().read(Ask.state(id)).head();
    assertThat(tables.store().commit(Commit.of(id, head, List.of(event), NOON))).isTrue();
  }

  private List<RequestId> on(DocumentId... documents) {
    return neighbours.open(Rulebook.PAYMENTS, List.of(documents), _ -> true).stream()
        .map(each -> each.request().id())
        .toList();
  }

  @Test
  void openRequestsAreFoundByEachOfTheirDocumentsTheNewestFirst() {
    submit(id(1), Rulebook.DB);
    Revision both = submit(id(2), Rulebook.DB, OTHER);
    submit(id(3), OTHER);
    assertThat(on(Rulebook.DB)).containsExactly(id(2), id(1));
    assertThat(on(OTHER)).containsExactly(id(3), id(2));
    assertThat(on(Rulebook.DB, OTHER)).containsExactly(id(3), id(2), id(1));
    assertThat(on(Rulebook.document("/none"))).isEmpty();
    assertThat(on()).isEmpty();
    assertThat(neighbours.open(ProjectId.of("another"), List.of(Rulebook.DB), _ -> true)).isEmpty();
    assertThat(neighbours.open(Rulebook.PAYMENTS, List.of(OTHER), _ -> true).getLast().revision())
        .isEqualTo(both);
  }

  @Test
  void thoseOfAnEnvironmentAreFoundByTheBeginningOfTheirPaths() {
    DocumentId deep = Rulebook.document("/db/deep");
    DocumentId near = Rulebook.document("/db-near");
    DocumentId staging = new DocumentId(new EnvironmentId("staging"), Rulebook.DB.path());
    submit(id(1), Rulebook.DB, deep);
    submit(id(2), Rulebook.DB, near, staging);
    assertThat(under("/"))
        .containsExactly(
            Map.entry(Rulebook.DB, List.of(id(2), id(1))),
            Map.entry(near, List.of(id(2))),
            Map.entry(deep, List.of(id(1))));
    assertThat(under("/db/")).containsOnlyKeys(deep);
    assertThat(under("/none")).isEmpty();
    assertThat(neighbours.under(Rulebook.PAYMENTS, staging.environment(), "/"))
        .containsOnlyKeys(staging);
    assertThat(neighbours.under(ProjectId.of("another"), Rulebook.PROD, "/")).isEmpty();
    happens(id(2), new Event.Withdrawn(People.id("ann"), ""));
    assertThat(under("/db")).containsOnlyKeys(Rulebook.DB, deep);
    assertThat(neighbours.open(List.of(id(2), id(1))))
        .extracting(each -> each.request().id())
        .containsExactly(id(1));
  }

  private SortedMap<DocumentId, List<RequestId>> under(String beginning) {
    return neighbours.under(Rulebook.PAYMENTS, Rulebook.PROD, beginning);
  }

  @Test
  void whatHasEndedIsNotThere() {
    submit(id(1), Rulebook.DB);
    submit(id(2), Rulebook.DB);
    Revision third = submit(id(3), Rulebook.DB);
    happens(id(1), new Event.Withdrawn(People.id("ann"), ""));
    happens(id(3), new Event.Rejected(third.digest()));
    assertThat(on(Rulebook.DB)).containsExactly(id(2));
  }

  @Test
  void whatIsBeingMergedIsNotThereUnlessItComesBack() {
    Revision revision = submit(id(1), Rulebook.DB, OTHER);
    Head head = tables.store().read(Ask.state(id(1))).head();
    Event start = Event.MergeStarted.agreed(People.id("ann"), revision.digest(), true);
    Plan plan = Plan.of(Lease.FREE, List.of(DocumentPlan.of(Rulebook.DB, "prod/db", null)));
    assertThat(tables.store().commit(Commit.of(id(1), head, List.of(start), NOON).with(plan)))
        .isTrue();
    assertThat(on(Rulebook.DB, OTHER)).isEmpty();
    happens(id(1), new Event.Conflicted(revision.digest(), Reason.of("c", "m"), true));
    assertThat(on(Rulebook.DB)).containsExactly(id(1));
    assertThat(on(OTHER)).containsExactly(id(1));
  }

  @Test
  void aRevisionMovesItToTheDocumentsThatItTouches() {
    Revision first = submit(id(1), Rulebook.DB);
    Revision next =
        Proposals.revised(first, People.id("ann"), List.of(), People.directory("ann"), NOON, OTHER);
    Head head = tables.store().read(Ask.state(id(1))).head();
    Event revised = Proposals.revisedTo(next);
    assertThat(tables.store().commit(Commit.of(id(1), head, List.of(revised), NOON).with(next)))
        .isTrue();
    assertThat(on(Rulebook.DB)).isEmpty();
    assertThat(neighbours.open(Rulebook.PAYMENTS, List.of(OTHER), _ -> true).getFirst().revision())
        .isEqualTo(next);
  }

  @Test
  void votesAndCommentsLeaveItThere() {
    submit(id(1), Rulebook.DB);
    happens(id(1), new Event.Commented(People.id("bob"), "why?"));
    assertThat(on(Rulebook.DB)).containsExactly(id(1));
  }

  @Test
  void ofManyTheNewestAreShown() {
    IntStream.rangeClosed(1, Neighbours.MOST + 5).forEach(n -> submit(id(n), Rulebook.DB));
    assertThat(on(Rulebook.DB))
        .containsExactlyElementsOf(
            LongStream.iterate(Neighbours.MOST + 5, n -> n > 5, n -> n - 1)
                .mapToObj(NeighboursContract::id)
                .toList());
  }

  @Test
  void whatIsNotShownTakesNoPlaceOfWhatIs() {
    IntStream.rangeClosed(1, 2 * Neighbours.MOST + 5)
        .forEach(n -> submit(id(n), n % 2 == 0 ? OTHER : Rulebook.DB));
    assertThat(
            neighbours.open(
                Rulebook.PAYMENTS,
                List.of(Rulebook.DB, OTHER),
                each -> each.request().id().number() <= 3))
        .extracting(each -> each.request().id())
        .containsExactly(id(3), id(2), id(1));
    assertThat(
            neighbours.open(
                Rulebook.PAYMENTS,
                List.of(Rulebook.DB, OTHER),
                each -> each.request().id().number() <= 2 * Neighbours.MOST))
        .hasSize(Neighbours.MOST)
        .extracting(each -> each.request().id())
        .startsWith(id(2 * Neighbours.MOST))
        .doesNotHaveDuplicates();
  }

  @Test
  void noMoreAreLookedAtThanThatIsWorth() {
    IntStream.rangeClosed(1, Neighbours.MOST_LOOKED_AT + 1)
        .forEach(n -> submit(id(n), Rulebook.DB));
    assertThat(
            neighbours.open(
                Rulebook.PAYMENTS, List.of(Rulebook.DB), each -> each.request().id().number() <= 2))
        .extracting(each -> each.request().id())
        .containsExactly(id(2));
  }
}
