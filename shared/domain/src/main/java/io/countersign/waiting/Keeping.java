package io.countersign.waiting;

import io.countersign.directory.PersonId;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Ask;
import io.countersign.store.Contention;
import io.countersign.store.Head;
import io.countersign.store.Store;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings a request onto the lists where it belongs, and off the others. It may be asked at any time
 * and any number of times: it goes by what the request is now, and never back behind what was
 * noted.
 */
public final class Keeping {
  private static final long UNFINISHED = -1;

  private final Store store;
  private final WaitingLists lists;
  private final Contention contention;

  public Keeping(Store store, WaitingLists lists, Contention contention) {
    this.store = store;
    this.lists = lists;
    this.contention = contention;
  }

  /**
   * Keeps the lists for one request.
   *
   * @return the number of its last event that they take into account
   */
  public long keep(RequestId id) {
    long kept = UNFINISHED;
    while (kept == UNFINISHED) {
      kept = contention.until(() -> step(id));
    }
    return kept;
  }

  /** How far the lists go, or that there is more to do; null when somebody else was faster. */
  private @Nullable Long step(RequestId id) {
    Head head = store.read(Ask.state(id)).head();
    Noted noted = lists.noted(id);
    if (head == null || noted.sequence() >= head.request().sequence()) {
      return noted.sequence();
    }
    Request state = head.request();
    SortedSet<PersonId> expected = expected(state);
    SortedSet<PersonId> next = towards(expected, noted.people());
    boolean last = next.equals(expected);
    Noted after = noted.next(last ? state.sequence() : noted.sequence(), next);
    if (!lists.note(state, noted, after)) {
      return null;
    }
    return last ? after.sequence() : UNFINISHED;
  }

  private SortedSet<PersonId> expected(Request state) {
    if (state.status().ended() && state.unreviewed() == null) {
      return new TreeSet<>();
    }
    Revision revision =
        Objects.requireNonNull(store.revision(state.id(), state.digest()), "its revision");
    return Expected.of(state, revision);
  }

  /** From these people to those expected, as far as one step goes. */
  private static SortedSet<PersonId> towards(
      SortedSet<PersonId> expected, SortedSet<PersonId> from) {
    SortedSet<PersonId> next = new TreeSet<>(from);
    Stream.concat(from.stream(), expected.stream())
        .distinct()
        .filter(each -> from.contains(each) != expected.contains(each))
        .limit(WaitingLists.MOST)
        .forEach(each -> change(next, each));
    return next;
  }

  private static void change(SortedSet<PersonId> people, PersonId person) {
    if (!people.remove(person)) {
      people.add(person);
    }
  }
}
