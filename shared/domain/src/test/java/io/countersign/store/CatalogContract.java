package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.explain.Reason;
import io.countersign.project.ProjectId;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Catalog.Before;
import io.countersign.store.Catalog.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list may rely on. */
public abstract class CatalogContract {
  private static final Instant NOON = Proposals.NOON;
  private static final RequestId OTHER = new RequestId(ProjectId.of("other"), 1);
  private static final Revision REVISION =
      Proposals.revision(People.ids("ann"), List.of(), Rulebook.DB);

  private Tables tables;
  private Catalog catalog;

  /** Tables without anything in them. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void someRequestsWithinASecond() {
    tables = tables(() -> NOON);
    catalog = tables.catalog();
    submit(id(1), NOON, REVISION);
    submit(id(2), NOON.plusMillis(5), null);
    submit(id(3), NOON.plusMillis(5), null);
    submit(OTHER, NOON.plusMillis(7), null);
    submit(id(4), NOON.plusMillis(10), null);
    happens(id(2), new Event.Withdrawn(People.id("ann"), ""));
    happens(id(4), new Event.Rejected(REVISION.digest()));
  }

  private void submit(RequestId id, Instant at, @Nullable Revision revision) {
    Event submitted = Proposals.submitted(REVISION);
    Commit commit = Commit.of(id, null, List.of(submitted), at);
    assertThat(tables.store().commit(revision == null ? commit : commit.with(revision))).isTrue();
  }

  private void happens(RequestId id, Event event) {
    Head head = tables.store().read(Ask.state(id)).head();
    assertThat(tables.store().commit(Commit.of(id, head, List.of(event), NOON))).isTrue();
  }

  private static RequestId id(long number) {
    return new RequestId(Rulebook.PAYMENTS, number);
  }

  private List<RequestId> page(@Nullable Before before, Status... statuses) {
    return ids(catalog.page(Rulebook.PAYMENTS, Set.of(statuses), before, 100));
  }

  private static List<RequestId> ids(Page page) {
    return page.requests().stream().map(Request::id).toList();
  }

  @Test
  void theNewestComeFirst() {
    assertThat(page(null)).containsExactly(id(4), id(3), id(2), id(1));
    assertThat(ids(catalog.page(null, Set.of(), null, 2))).containsExactly(id(4), OTHER);
  }

  @Test
  void statusesAreOneList() {
    assertThat(page(null, Status.OPEN)).containsExactly(id(3), id(1));
    assertThat(page(null, Status.REJECTED, Status.OPEN, Status.MERGED))
        .containsExactly(id(4), id(3), id(1));
    assertThat(ids(catalog.page(null, Set.of(Status.WITHDRAWN), null, 2))).containsExactly(id(2));
  }

  @Test
  void aPageSaysWhetherThereAreMore() {
    Set<Status> two = Set.of(Status.OPEN, Status.REJECTED);
    assertThat(catalog.page(Rulebook.PAYMENTS, two, null, 2).more()).isTrue();
    assertThat(ids(catalog.page(Rulebook.PAYMENTS, two, null, 2))).containsExactly(id(4), id(3));
    assertThat(catalog.page(Rulebook.PAYMENTS, two, null, 4).more()).isFalse();
    assertThat(catalog.page(null, Set.of(), null, 6).more()).isFalse();
  }

  @Test
  void aPageGoesOnBehindAPlace() {
    assertThat(page(new Before(NOON.plusMillis(5), id(3)))).containsExactly(id(2), id(1));
    assertThat(page(new Before(NOON.plusMillis(5), id(3)), Status.OPEN)).containsExactly(id(1));
    assertThat(page(new Before(NOON.plusMillis(5), null))).containsExactly(id(3), id(2), id(1));
    assertThat(page(new Before(NOON, id(1)))).isEmpty();
  }

  @Test
  void aRequestIsShownAsItStands() {
    assertThat(catalog.page(Rulebook.PAYMENTS, Set.of(), null, 1).requests().getFirst().status())
        .isEqualTo(Status.REJECTED);
  }

  @Test
  void pagesNeitherRepeatNorLoseARequestWhileOthersAreMadeAndChange() {
    List<RequestId> seen = new ArrayList<>();
    Before before = null;
    Page page = catalog.page(null, Set.of(), null, 2);
    while (!page.requests().isEmpty()) {
      seen.addAll(ids(page));
      Request last = page.requests().getLast();
      before = new Before(last.createdAt(), last.id());
      submit(new RequestId(Rulebook.PAYMENTS, 100 + seen.size()), NOON.plusMillis(20), null);
      Request any = catalog.page(null, Set.of(Status.OPEN), null, 1).requests().getFirst();
      happens(any.id(), new Event.Withdrawn(People.id("ann"), ""));
      page = catalog.page(null, Set.of(), before, 2);
    }
    assertThat(seen).containsExactly(id(4), OTHER, id(3), id(2), id(1));
  }

  @Test
  void whatComesBackToAStatusIsWhereItWas() {
    happens(id(1), Event.MergeStarted.agreed(People.id("ann"), REVISION.digest(), false));
    assertThat(page(null, Status.OPEN)).containsExactly(id(3));
    happens(id(1), new Event.Conflicted(REVISION.digest(), Reason.of("code", "words"), false));
    assertThat(page(null, Status.OPEN)).containsExactly(id(3), id(1));
    assertThat(page(new Before(NOON.plusMillis(5), id(3)), Status.OPEN)).containsExactly(id(1));
  }

  @Test
  void aStatusIsCountedUpToAsManyAsAreAskedFor() {
    assertThat(catalog.count(Rulebook.PAYMENTS, Status.OPEN, 10)).isEqualTo(2);
    assertThat(catalog.count(null, Status.OPEN, 10)).isEqualTo(3);
    assertThat(catalog.count(null, Status.OPEN, 2)).isEqualTo(2);
    assertThat(catalog.count(Rulebook.PAYMENTS, Status.MERGED, 10)).isZero();
  }

  @Test
  void revisionsAreThePresentOnes() {
    List<Request> all = catalog.page(null, Set.of(), null, 100).requests();
    assertThat(catalog.revisions(all)).isEqualTo(Map.of(id(1), REVISION));
    assertThat(catalog.revisions(List.of())).isEmpty();
  }
}
