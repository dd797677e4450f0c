package io.countersign.store;

import io.countersign.directory.Binding;
import io.countersign.directory.Join;
import io.countersign.directory.Setup;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyId;
import io.countersign.policy.PolicyVersion;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.store.Doors.Call;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link Registry} in memory, with the semantics of the one in DynamoDB. */
public final class FakeRegistry implements Registry {
  private final FakeTable table;

  public FakeRegistry(FakeTable table) {
    this.table = table;
  }

  @Override
  public boolean write(List<Entry> entries, Counters counters) {
    return table.doors().pass(Call.WRITE, () -> table.transact(FakeEntry.of(entries, counters)));
  }

  @Override
  public @Nullable Policy first(ProjectId project, PolicyId policy) {
    return history(project, policy).stream().findFirst().map(PolicyVersion::policy).orElse(null);
  }

  @Override
  public List<PolicyVersion> history(ProjectId project, PolicyId policy) {
    return table.all(FakeKeys.history(project, policy), PolicyVersion.class).stream()
        .sorted(Comparator.comparing(PolicyVersion::kind))
        .toList();
  }

  @Override
  public Prefixes prefixes() {
    return table.doors().pass(Call.PREFIXES, () -> table.getOr(FakeKeys.PREFIXES, Prefixes.NONE));
  }

  @Override
  public List<Project> projects() {
    return table
        .doors()
        .pass(
            Call.PROJECTS,
            () ->
                table.all("PROJECT#", Project.class).stream()
                    .filter(each -> !each.id().equals(ProjectId.ORGANISATION))
                    .sorted(Comparator.comparing(Project::id))
                    .toList());
  }

  @Override
  public boolean ask(Join join) {
    return table
        .doors()
        .pass(
            Call.ASK,
            () ->
                table.transact(
                    List.of(
                        new FakeTable.Action.Check(
                            FakeKeys.subject(join.subject()), Objects::isNull),
                        new FakeTable.Action.Put(FakeKeys.join(join.subject()), _ -> true, join))));
  }

  @Override
  public List<Join> joins(Instant now) {
    return table
        .doors()
        .pass(
            Call.JOINS,
            () ->
                table.all("JOINS/", Join.class).stream()
                    .filter(each -> each.until().isAfter(now))
                    .sorted(Comparator.comparing(Join::at))
                    .toList());
  }

  @Override
  public @Nullable Setup setup() {
    return table.doors().pass(Call.SETUP, () -> table.get(FakeKeys.BOOTSTRAP, Setup.class));
  }

  @Override
  public List<Binding> organisation() {
    return table.doors().pass(Call.ORGANISATION, () -> FakeRules.organisation(table));
  }
}
