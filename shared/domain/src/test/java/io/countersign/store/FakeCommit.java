package io.countersign.store;

import io.countersign.audit.Chain;
import io.countersign.audit.Recorded;
import io.countersign.directory.Grant;
import io.countersign.merge.Plan;
import io.countersign.request.Event;
import io.countersign.request.Request;
import io.countersign.request.Status;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The transaction of a commit: every fact that it rests on is a condition of it. */
record FakeCommit(Commit commit) {
  List<FakeTable.Action> actions() {
    List<FakeTable.Action> actions = new ArrayList<>();
    Head before = commit.before();
    RequestId id = commit.after().id();
    String hash = events(actions);
    Head after =
        new Head(commit.after(), commit.plan(), before == null ? 1 : before.version() + 1, hash);
    actions.add(
        new FakeTable.Action.Put(
            FakeKeys.state(id),
            found -> before == null ? found == null : found instanceof Head now && is(before, now),
            after));
    if (commit.revision() != null) {
      actions.add(
          FakeKeys.create(FakeKeys.revision(id, commit.revision().digest()), commit.revision()));
    }
    locks(actions);
    neighbours(actions);
    asking(actions);
    grants(actions);
    commit.entries().forEach(each -> actions.addAll(FakeEntry.of(each)));
    counters(actions);
    Repeat repeat = commit.repeat();
    if (repeat != null) {
      actions.add(
          new FakeTable.Action.Put(
              FakeKeys.repeat(repeat.key()),
              found -> forgotten(found, commit.at()) || begun(found, repeat),
              repeat));
    }
    if (commit.ballot() != null) {
      actions.add(FakeBallots.spending(commit.ballot(), commit.at()));
    }
    return actions;
  }

  private String events(List<FakeTable.Action> actions) {
    RequestId id = commit.after().id();
    String hash = commit.before() == null ? Chain.START : commit.before().hash();
    long sequence = commit.after().sequence() - commit.events().size();
    for (Event event : commit.events()) {
      sequence++;
      String text = "{\"id\":\"" + id + "#" + sequence + "\"," + commit.at() + " " + event;
      String own = Chain.next(hash, text);
      actions.add(
          FakeKeys.create(
              FakeKeys.events(id) + "%010d".formatted(sequence),
              new Recorded(sequence, text, hash, own)));
      hash = own;
    }
    return hash;
  }

  /** Taken with a plan that is new to the secret, given back with one that has left it. */
  private void locks(List<FakeTable.Action> actions) {
    List<String> held = secrets(commit.before() == null ? null : commit.before().locking());
    List<String> wanted = secrets(commit.locking());
    RequestId id = commit.after().id();
    wanted.stream()
        .filter(each -> !held.contains(each))
        .forEach(each -> actions.add(FakeKeys.create(FakeKeys.lock(each), id)));
    held.stream()
        .filter(each -> !wanted.contains(each))
        .forEach(each -> actions.add(new FakeTable.Action.Delete(FakeKeys.lock(each), id::equals)));
  }

  private static List<String> secrets(@Nullable Plan plan) {
    return plan == null ? List.of() : plan.secrets();
  }

  /** There exactly while the request is open. */
  private void neighbours(List<FakeTable.Action> actions) {
    List<String> were = open(commit.before() == null ? null : commit.before().request());
    List<String> are = open(commit.after());
    are.stream()
        .filter(each -> !were.contains(each))
        .forEach(
            each -> actions.add(new FakeTable.Action.Put(each, _ -> true, commit.after().id())));
    were.stream()
        .filter(each -> !are.contains(each))
        .forEach(each -> actions.add(new FakeTable.Action.Delete(each, _ -> true)));
  }

  private static List<String> open(@Nullable Request request) {
    return request == null || request.status() != Status.OPEN
        ? List.of()
        : request.documents().stream()
            .distinct()
            .map(
                each ->
                    FakeKeys.open(request.id().project(), each)
                        + request.createdAt()
                        + "#"
                        + request.id())
            .toList();
  }

  /** At most one open request of an author is about the same, where that is once only. */
  private void asking(List<FakeTable.Action> actions) {
    String was = commit.before() == null ? null : asking(commit.before().request());
    String is = asking(commit.after());
    if (is != null && !is.equals(was)) {
      actions.add(FakeKeys.create(is, commit.after().id()));
    }
    if (was != null && !was.equals(is)) {
      actions.add(new FakeTable.Action.Delete(was, _ -> true));
    }
  }

  private static @Nullable String asking(Request request) {
    return request.status() == Status.OPEN
        ? FakeKeys.asking(request.id().project(), request.author(), request.scope())
        : null;
  }

  /** There from the event that gives it to the one that ends it. */
  private void grants(List<FakeTable.Action> actions) {
    String grants = FakeKeys.grants(commit.after().id().project());
    for (Event event : commit.events()) {
      switch (event) {
        case Event.AccessGranted(Grant grant) -> {
          boolean fresh = grant.id().value().equals(commit.after().id().toString());
          actions.add(
              new FakeTable.Action.Put(
                  grants + grant.id(), found -> (found == null) == fresh, grant));
        }
        case Event.AccessEnded(Grant grant, _, _) ->
            actions.add(new FakeTable.Action.Delete(grants + grant.id(), Objects::nonNull));
        default -> {}
      }
    }
  }

  private void counters(List<FakeTable.Action> actions) {
    Counters counters = commit.unchanged();
    if (counters != null) {
      actions.add(
          counted(FakeKeys.project(counters.project()), counters.rules(), commit.movesRules()));
      actions.add(counted(FakeKeys.DIRECTORY, counters.directory(), commit.movesDirectory()));
    }
  }

  private static FakeTable.Action counted(String owner, long counter, boolean moves) {
    String key = owner + FakeKeys.COUNTER;
    return moves
        ? new FakeTable.Action.Put(key, FakeKeys.counted(counter), counter + 1)
        : new FakeTable.Action.Check(key, FakeKeys.counted(counter));
  }

  /** The version as read, and the facts that the decision rested on. */
  private boolean is(Head before, Head now) {
    return now.version() == before.version()
        && now.request().status() == before.request().status()
        && now.request().digest().equals(before.request().digest())
        && (before.request().status() != Status.OPEN || !commit.inTime() || inTime(now.request()))
        && (before.plan() == null || fence(now.plan()) == fence(before.plan()));
  }

  private boolean inTime(Request now) {
    Instant deadline = now.expiresAt();
    return deadline == null || deadline.isAfter(commit.at());
  }

  private static long fence(@Nullable Plan plan) {
    return plan == null ? -1 : plan.lease().fence();
  }

  static boolean forgotten(@Nullable Object found, Instant now) {
    return found == null || (found instanceof Repeat old && !old.until().isAfter(now));
  }

  private static boolean begun(@Nullable Object found, Repeat repeat) {
    return found instanceof Repeat old && !old.isDone() && old.body().equals(repeat.body());
  }
}
