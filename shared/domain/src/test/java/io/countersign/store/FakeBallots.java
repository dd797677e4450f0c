package io.countersign.store;

import io.countersign.directory.PersonId;
import io.countersign.link.Ballot;
import io.countersign.link.Ballots;
import io.countersign.link.Link;
import io.countersign.revision.RequestId;
import io.countersign.store.Doors.Call;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@link Ballots} in memory. */
public final class FakeBallots implements Ballots {
  private final FakeTable table;

  /** With a table of its own. */
  public FakeBallots() {
    this(new FakeTable());
  }

  FakeBallots(FakeTable table) {
    this.table = table;
  }

  @Override
  public @Nullable Ballot open(Ballot fresh) {
    return table
        .doors()
        .pass(
            Call.LINK,
            () -> {
              put(fresh, found -> found == null || earlier((Ballot) found, fresh));
              Ballot present = of(fresh.request(), fresh.person());
              return present != null && present.turn().equals(fresh.turn()) ? present : null;
            });
  }

  private static boolean earlier(Ballot present, Ballot fresh) {
    return present.turn().compareTo(fresh.turn()) < 0;
  }

  @Override
  public void keep(Link link, Ballot ballot) {
    table
        .doors()
        .pass(
            Call.LINK,
            () ->
                table.transact(
                    List.of(
                        new FakeTable.Action.Put(FakeKeys.link(link.token()), _ -> true, link))));
  }

  @Override
  public @Nullable Link find(String token) {
    return table.get(FakeKeys.link(token), Link.class);
  }

  @Override
  public @Nullable Ballot of(RequestId request, PersonId person) {
    return table.get(FakeKeys.ballot(request, person), Ballot.class);
  }

  @Override
  public @Nullable Ballot take(Link link, Instant now) {
    Ballot present = of(link.request(), link.person());
    if (present == null || !present.turn().equals(link.turn()) || !present.open(now)) {
      return null;
    }
    put(present.tried(), present::equals);
    return present.tried();
  }

  private boolean put(Ballot ballot, Predicate<@Nullable Object> condition) {
    String key = FakeKeys.ballot(ballot.request(), ballot.person());
    return table.transact(List.of(new FakeTable.Action.Put(key, condition, ballot)));
  }

  /** The use of a ballot, in the transaction of its vote. */
  static FakeTable.Action spending(Ballot ballot, Instant now) {
    return new FakeTable.Action.Put(
        FakeKeys.ballot(ballot.request(), ballot.person()),
        found ->
            found instanceof Ballot present
                && present.turn().equals(ballot.turn())
                && !present.spent()
                && now.isBefore(present.until()),
        ballot.used());
  }
}
