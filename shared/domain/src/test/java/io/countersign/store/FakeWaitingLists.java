package io.countersign.store;

import io.countersign.directory.PersonId;
import io.countersign.request.Request;
import io.countersign.revision.RequestId;
import io.countersign.waiting.Noted;
import io.countersign.waiting.WaitingLists;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@link WaitingLists} in memory. */
final class FakeWaitingLists implements WaitingLists {
  private final FakeTable table;

  FakeWaitingLists(FakeTable table) {
    this.table = table;
  }

  @Override
  public Noted noted(RequestId request) {
    return table.getOr(key(request), Noted.NONE);
  }

  @Override
  public boolean note(Request request, Noted before, Noted after) {
    List<FakeTable.Action> actions = new ArrayList<>();
    actions.add(
        new FakeTable.Action.Put(
            key(request.id()),
            found -> found == null ? before.version() == 0 : found.equals(before),
            after));
    SortedSet<PersonId> all = new TreeSet<>(before.people());
    all.addAll(after.people());
    for (PersonId person : all) {
      String key = list(person) + request.id();
      if (!after.people().contains(person)) {
        actions.add(new FakeTable.Action.Delete(key, _ -> true));
      } else if (!before.people().contains(person)) {
        actions.add(new FakeTable.Action.Put(key, _ -> true, request.id()));
      }
    }
    return table.transact(actions);
  }

  private static String key(RequestId request) {
    return "CR#" + request + "/WAITING";
  }

  /** The keys of a person's list begin so. */
  static String list(PersonId person) {
    return "WAIT#" + person + "/";
  }
}
