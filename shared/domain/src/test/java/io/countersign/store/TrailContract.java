package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.audit.Recorded;
import io.countersign.project.ProjectId;
import io.countersign.request.Event;
import io.countersign.revision.RequestId;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Trail.Place;
import io.countersign.store.Trail.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an audit may rely on. */
public abstract class TrailContract {
  private static final Span ALL = new Span(null, null);
  private static final Instant NOON = Proposals.NOON;
  private Tables tables;
  private Trail trail;

  /** Tables without anything in them. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void threeRequestsWithinASecond() {
    tables = tables(() -> NOON);
    trail = tables.trail();
    submit(2, NOON.plusMillis(5));
    submit(10, NOON);
    submit(3, NOON.plusMillis(10));
    submit(new RequestId(ProjectId.of("other"), 1), NOON);
  }

  private void submit(long number, Instant at) {
    submit(id(number), at);
  }

  private void submit(RequestId id, Instant at) {
    Event submitted =
        new Event.Submitted(
            People.id("ann"),
            1,
            Proposals.revision(People.ids("ann"), List.of()).digest(),
            "t",
            List.of(),
            null);
    Event comment = new Event.Commented(People.id("bob"), "é☃");
    assertThat(tables.store().commit(Commit.of(id, null, List.of(submitted, comment, comment), at)))
        .isTrue();
  }

  private static RequestId id(long number) {
    return new RequestId(Rulebook.PAYMENTS, number);
  }

  private List<Long> numbers(Span span, @Nullable Place after, int limit) {
    return trail.heads(Rulebook.PAYMENTS, span, after, limit).stream()
        .map(each -> each.request().id().number())
        .toList();
  }

  @Test
  void requestsOfTheProjectComeInTheOrderOfTheirSubmission() {
    assertThat(numbers(ALL, null, 100)).containsExactly(10L, 2L, 3L);
    assertThat(numbers(ALL, null, 2)).containsExactly(10L, 2L);
  }

  @Test
  void aPageGoesOnBehindAPlace() {
    assertThat(numbers(ALL, new Place(NOON, id(10)), 100)).containsExactly(2L, 3L);
    assertThat(numbers(ALL, new Place(NOON, id(9)), 100)).containsExactly(2L, 3L);
    assertThat(numbers(ALL, new Place(NOON, id(1)), 100)).containsExactly(10L, 2L, 3L);
    assertThat(numbers(ALL, new Place(NOON.plusMillis(10), id(3)), 100)).isEmpty();
  }

  @Test
  void theFirstTimeCountsAndTheLastDoesNot() {
    assertThat(numbers(new Span(NOON.plusMillis(5), null), null, 100)).containsExactly(2L, 3L);
    assertThat(numbers(new Span(null, NOON.plusMillis(10)), null, 100)).containsExactly(10L, 2L);
    assertThat(numbers(new Span(NOON.plusNanos(1), NOON.plusMillis(10)), null, 100))
        .containsExactly(2L);
    assertThat(numbers(new Span(NOON.plusMillis(1), null), new Place(NOON, id(1)), 100))
        .containsExactly(2L, 3L);
    assertThat(numbers(new Span(NOON.plusMillis(1), NOON), null, 100)).isEmpty();
  }

  @Test
  void aHeadIsTheRequestAsItStands() {
    assertThat(trail.heads(Rulebook.PAYMENTS, ALL, null, 1))
        .containsExactly(Objects.requireNonNull(tables.store().read(Ask.state(id(10))).head()));
  }

  @Test
  void eventsComeAsTheyLieThere() {
    List<Recorded> all = tables.events(id(2));
    assertThat(trail.records(id(2), 0, 100)).isEqualTo(all).hasSize(3);
    assertThat(trail.records(id(2), 1, 1)).isEqualTo(all.subList(1, 2));
    assertThat(trail.records(id(2), 3, 1)).isEmpty();
  }
}
