package io.countersign.store;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.Destination;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads all rules of a project. */
final class FakeRules {
  private FakeRules() {}

  static @Nullable Rules of(FakeTable table, ProjectId id) {
    String project = FakeKeys.project(id);
    Project found = table.get(project + "PROJECT", Project.class);
    if (found == null) {
      return null;
    }
    SortedMap<EnvironmentId, Environment> environments = new TreeMap<>();
    table
        .all(project + "ENV#", Environment.class)
        .forEach(each -> environments.put(each.id(), each));
    return new Rules(
        found,
        environments,
        table.all(project + "POLICY#", Policy.class),
        new Access(table.all(project + "BINDING#", Binding.class), organisation(table)),
        table.all(project + "DESTINATION#", Destination.class));
  }

  static List<Binding> organisation(FakeTable table) {
    return table.all(FakeKeys.project(ProjectId.ORGANISATION) + "BINDING#", Binding.class);
  }
}
