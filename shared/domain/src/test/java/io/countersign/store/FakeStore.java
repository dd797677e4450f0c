package io.countersign.store;

import io.countersign.audit.Recorded;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Group;
import io.countersign.directory.GroupId;
import io.countersign.directory.Machine;
import io.countersign.directory.MachineId;
import io.countersign.directory.Person;
import io.countersign.directory.PersonId;
import io.countersign.directory.Subject;
import io.countersign.policy.Rules;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.revision.Digest;
import io.countersign.revision.RequestId;
import io.countersign.revision.Revision;
import io.countersign.store.Doors.Call;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Store} in memory, with the semantics of the one in DynamoDB. */
public final class FakeStore implements Store {
  private final FakeTable table;
  private final InstantSource clock;

  public FakeStore(FakeTable table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  @Override
  public Reading read(Ask ask) {
    return table.doors().pass(Call.READ, () -> reading(ask));
  }

  private Reading reading(Ask ask) {
    Subject subject = ask.subject();
    RequestId id = ask.request();
    Digest digest = ask.digest();
    ProjectId counters = ask.counters();
    return new Reading(
        subject == null ? null : table.get(FakeKeys.subject(subject), Actor.class),
        id == null ? null : table.get(FakeKeys.state(id), Head.class),
        id == null || digest == null
            ? null
            : table.get(FakeKeys.revision(id, digest), Revision.class),
        ask.repeat() == null ? null : repeat(ask.repeat()),
        counters == null
            ? null
            : new Counters(
                counters,
                table.getOr(FakeKeys.project(counters) + FakeKeys.COUNTER, 0L),
                table.getOr(FakeKeys.DIRECTORY + FakeKeys.COUNTER, 0L)));
  }

  private @Nullable Repeat repeat(String key) {
    Repeat repeat = table.get(FakeKeys.repeat(key), Repeat.class);
    return repeat != null && repeat.until().isAfter(clock.instant()) ? repeat : null;
  }

  @Override
  public @Nullable Revision revision(RequestId request, Digest digest) {
    return table
        .doors()
        .pass(Call.REVISION, () -> table.get(FakeKeys.revision(request, digest), Revision.class));
  }

  @Override
  public @Nullable Rules rules(ProjectId project) {
    return table
        .doors()
        .pass(
            Call.RULES,
            () -> {
              Rules rules = FakeRules.of(table, project);
              return rules == null ? null : rules.at(clock.instant());
            });
  }

  @Override
  public List<Rules> everyProject() {
    return table.all("PROJECT#", Project.class).stream()
        .map(Project::id)
        .sorted()
        .map(this::rules)
        .filter(each -> each != null && !each.project().id().equals(ProjectId.ORGANISATION))
        .toList();
  }

  @Override
  public Directory directory() {
    return table
        .doors()
        .pass(
            Call.DIRECTORY,
            () -> {
              SortedMap<PersonId, Person> people = new TreeMap<>();
              SortedMap<GroupId, Group> groups = new TreeMap<>();
              table
                  .all(FakeKeys.DIRECTORY, Person.class)
                  .forEach(each -> people.put(each.id(), each));
              table
                  .all(FakeKeys.DIRECTORY, Group.class)
                  .forEach(each -> groups.put(each.id(), each));
              SortedMap<MachineId, Machine> machines = new TreeMap<>();
              table
                  .all(FakeKeys.DIRECTORY, Machine.class)
                  .forEach(each -> machines.put(each.id(), each));
              return new Directory(people, groups, machines);
            });
  }

  @Override
  public long nextNumber(ProjectId project) {
    String key = FakeKeys.project(project) + "COUNTER";
    return table
        .doors()
        .pass(
            Call.NUMBER,
            () -> {
              long next = table.getOr(key, 0L) + 1;
              table.transact(List.of(new FakeTable.Action.Put(key, _ -> true, next)));
              return next;
            });
  }

  @Override
  public @Nullable RequestId lockedBy(Collection<String> secretNames) {
    return table
        .doors()
        .pass(
            Call.LOCKS,
            () ->
                secretNames.stream()
                    .map(name -> table.get(FakeKeys.lock(name), RequestId.class))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null));
  }

  @Override
  public boolean begin(Repeat started) {
    return table
        .doors()
        .pass(
            Call.BEGIN,
            () ->
                table.transact(
                    List.of(
                        new FakeTable.Action.Put(
                            FakeKeys.repeat(started.key()),
                            found -> FakeCommit.forgotten(found, clock.instant()),
                            started))));
  }

  @Override
  public boolean commit(Commit commit) {
    return table.doors().pass(Call.COMMIT, () -> table.transact(new FakeCommit(commit).actions()));
  }

  /** The events of a request as they lie in the table, in order. */
  public List<Recorded> events(RequestId id) {
    return table.all(FakeKeys.events(id), Recorded.class);
  }
}
