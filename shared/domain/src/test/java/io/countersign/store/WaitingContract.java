package io.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.countersign.directory.PersonId;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.sample.People;
import io.countersign.sample.Proposals;
import io.countersign.sample.Rulebook;
import io.countersign.store.Catalog.Before;
import io.countersign.store.Catalog.Page;
import io.countersign.waiting.Noted;
import io.countersign.waiting.WaitingLists;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a list of what waits for somebody may rely on. */
public abstract class WaitingContract {
  private static final Instant NOON = Proposals.NOON;
  private static final PersonId AMY = People.id("amy");
  private static final PersonId BOB = People.id("bob");

  private Tables tables;
  private WaitingLists lists;

  /** Tables without anything in them. */
  protected abstract Tables tables(InstantSource clock);

  @BeforeEach
  void threeRequestsWithinASecond() {
    tables = tables(() -> NOON);
    lists = tables.waiting();
    submit(1, NOON);
    submit(2, NOON.plusMillis(5));
    submit(3, NOON.plusMillis(5));
  }

  private void submit(long number, Instant at) {
    Revision revision = Proposals.revision(People.ids("ann"), List.of());
    Event submitted = Proposals.submitted(revision);
    assertThat(tables.store().commit(Commit.of(id(number), null, List.of(submitted), at))).isTrue();
  }

  private static RequestId id(long number) {
    return new RequestId(Rulebook.PAYMENTS, number);
  }

  private Request request(long number) {
    return Objects.requireNonNull(tables.store().read(Ask.state(id(number))).head()).request();
  }

  private static Noted noted(long version, String... people) {
    return new Noted(version, version, People.ids(people));
  }

  private List<RequestId> list(PersonId person, @Nullable Before before, int limit) {
    return tables.catalog().waiting(person, before, limit).requests().stream()
        .map(Request::id)
        .toList();
  }

  @Test
  void aRequestIsOnTheListsOfThoseWhoWereNoted() {
    assertThat(lists.noted(id(1))).isEqualTo(Noted.NONE);
    assertThat(lists.note(request(1), Noted.NONE, noted(1, "amy", "bob"))).isTrue();
    assertThat(lists.noted(id(1))).isEqualTo(noted(1, "amy", "bob"));
    assertThat(list(AMY, null, 10)).containsExactly(id(1));
    assertThat(list(BOB, null, 10)).containsExactly(id(1));
    assertThat(list(People.id("cem"), null, 10)).isEmpty();
  }

  @Test
  void whoIsNotNotedAnyMoreDoesNotHaveItOnTheList() {
    lists.note(request(1), Noted.NONE, noted(1, "amy", "bob"));
    assertThat(lists.note(request(1), noted(1, "amy", "bob"), noted(2, "bob", "cem"))).isTrue();
    assertThat(list(AMY, null, 10)).isEmpty();
    assertThat(list(BOB, null, 10)).containsExactly(id(1));
    assertThat(list(People.id("cem"), null, 10)).containsExactly(id(1));
    assertThat(lists.note(request(1), noted(2, "bob", "cem"), noted(3))).isTrue();
    assertThat(lists.noted(id(1))).isEqualTo(noted(3));
    assertThat(list(BOB, null, 10)).isEmpty();
  }

  @Test
  void whatRestsOnAnOlderNoteIsRefusedAsAWhole() {
    lists.note(request(1), Noted.NONE, noted(1, "amy"));
    assertThat(lists.note(request(1), Noted.NONE, noted(1, "bob"))).isFalse();
    lists.note(request(1), noted(1, "amy"), noted(2));
    assertThat(lists.note(request(1), noted(1, "amy"), noted(2, "amy", "bob"))).isFalse();
    assertThat(list(AMY, null, 10)).isEmpty();
    assertThat(list(BOB, null, 10)).isEmpty();
  }

  @Test
  void theNewestComeFirstAndAPageGoesOnBehindAPlace() {
    for (int i = 1; i <= 3; i++) {
      lists.note(request(i), Noted.NONE, noted(1, "amy"));
    }
    assertThat(list(AMY, null, 10)).containsExactly(id(3), id(2), id(1));
    Page two = tables.catalog().waiting(AMY, null, 2);
    assertThat(two.requests()).extracting(Request::id).containsExactly(id(3), id(2));
    assertThat(two.more()).isTrue();
    assertThat(list(AMY, new Before(NOON.plusMillis(5), id(3)), 10)).containsExactly(id(2), id(1));
    assertThat(list(AMY, new Before(NOON.plusMillis(5), null), 10))
        .containsExactly(id(3), id(2), id(1));
    assertThat(list(AMY, new Before(NOON, id(1)), 10)).isEmpty();
  }

  @Test
  void aRequestIsShownAsItStands() {
    lists.note(request(1), Noted.NONE, noted(1, "amy"));
    Head head = tables.store().read(Ask.state(id(1))).head();
    Event withdrawn = new Event.Withdrawn(People.id("ann"), "");
    assertThat(tables.store().commit(Commit.of(id(1), head, List.of(withdrawn), NOON))).isTrue();
    assertThat(tables.catalog().waiting(AMY, null, 10).requests()).containsExactly(request(1));
  }

  @Test
  void asManyAsArePromisedAreNotedAtOnce() {
    SortedSet<PersonId> many = new TreeSet<>();
    for (int i = 0; i < WaitingLists.MOST; i++) {
      many.add(People.id("person-" + i));
    }
    assertThat(lists.note(request(1), Noted.NONE, new Noted(1, 1, many))).isTrue();
    assertThat(lists.noted(id(1)).people()).isEqualTo(many);
    assertThat(lists.note(request(1), new Noted(1, 1, many), noted(2))).isTrue();
    assertThat(list(People.id("person-7"), null, 10)).isEmpty();
  }
}
