package io.countersign.store;

import io.countersign.directory.Access;
import io.countersign.directory.Binding;
import io.countersign.directory.Grant;
import io.countersign.directory.Role;
import io.countersign.directory.Setup;
import io.countersign.policy.Oversight;
import io.countersign.policy.Policy;
import io.countersign.policy.Rules;
import io.countersign.project.Channel;
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
    if (id.equals(ProjectId.ORGANISATION)) {
      return everywhere(table);
    }
    String project = FakeKeys.project(id);
    Project found = table.get(project + "PROJECT", Project.class);
    if (found == null) {
      return null;
    }
    SortedMap<EnvironmentId, Environment> environments = new TreeMap<>();
    table
        .all(project + "ENV#", Environment.class)
        .forEach(each -> environments.put(each.id(), each));
    List<Role> roles = table.all(project + "ROLE#", Role.class);
    Rules everywhere = everywhere(table);
    return new Rules(
        found,
        environments,
        table.all(project + "POLICY#", Policy.class),
        new Access(
            bindings(table.all(project + "BINDING#", Binding.class), roles),
            everywhere.access().organisation()),
        table.all(project + "DESTINATION#", Destination.class),
        roles,
        table.all(project + "CHANNEL#", Channel.class),
        table.all(FakeKeys.grants(id), Grant.class),
        everywhere.oversight());
  }

  private static Rules everywhere(FakeTable table) {
    String key = FakeKeys.project(ProjectId.ORGANISATION);
    Project written = table.get(key + "PROJECT", Project.class);
    Project settings = written == null ? Oversight.USUAL.organisation() : written;
    List<Policy> policies = table.all(key + "POLICY#", Policy.class);
    return new Rules(
        settings,
        new TreeMap<>(),
        policies,
        new Access(List.of(), organisation(table)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Oversight(settings, policies, table.get(FakeKeys.BOOTSTRAP, Setup.class)));
  }

  /** A binding names its role; what that allows is read with it. */
  private static List<Binding> bindings(List<Binding> bindings, List<Role> roles) {
    return bindings.stream()
        .map(
            each ->
                roles.stream()
                    .filter(role -> role.id().equals(each.role().id()))
                    .findFirst()
                    .map(role -> with(each, role))
                    .orElse(each))
        .toList();
  }

  private static Binding with(Binding binding, Role role) {
    return new Binding(
        binding.id(),
        role,
        binding.holder(),
        binding.environment(),
        binding.path(),
        binding.version());
  }

  static List<Binding> organisation(FakeTable table) {
    return table.all(FakeKeys.project(ProjectId.ORGANISATION) + "BINDING#", Binding.class);
  }
}
