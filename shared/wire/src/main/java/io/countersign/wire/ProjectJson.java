package io.countersign.wire;

import io.countersign.directory.Binding;
import io.countersign.directory.BindingId;
import io.countersign.directory.GroupId;
import io.countersign.directory.Holder;
import io.countersign.directory.MachineId;
import io.countersign.directory.Permission;
import io.countersign.directory.PersonId;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.json.Fields;
import io.countersign.json.Json;
import io.countersign.name.PathGlob;
import io.countersign.name.SecretPrefix;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Governance;
import io.countersign.project.Prefixes;
import io.countersign.project.Project;
import io.countersign.project.ProjectId;
import io.countersign.project.RotatedKeys;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Projects, environments, bindings and the prefix registry. */
public final class ProjectJson {
  private ProjectJson() {}

  public static Json.Obj write(Project project) {
    return Json.object()
        .put("id", project.id().value())
        .put("name", project.name())
        .put("governance", project.governance().name())
        .put("version", project.version())
        .build();
  }

  public static Project project(Json stored) {
    Fields json = Fields.of(stored);
    return new Project(
        json.typed("id", ProjectId::new),
        json.text("name"),
        json.typed("governance", Governance::valueOf),
        json.number("version"));
  }

  public static Json.Obj write(Environment environment) {
    return Json.object()
        .put("id", environment.id().value())
        .put("name", environment.name())
        .put("secretPrefix", environment.secretPrefix().value())
        .put("kmsKeyArn", environment.kmsKeyArn())
        .put("rotatedKeys", Json.array(environment.rotatedKeys(), ProjectJson::rotated))
        .put("version", environment.version())
        .build();
  }

  public static Environment environment(Json stored) {
    Fields json = Fields.of(stored);
    return new Environment(
        json.typed("id", EnvironmentId::new),
        json.text("name"),
        json.typed("secretPrefix", SecretPrefix::new),
        json.optionalText("kmsKeyArn"),
        json.objects("rotatedKeys").stream().map(ProjectJson::rotated).toList(),
        json.number("version"));
  }

  private static Json rotated(RotatedKeys rotated) {
    return Json.object()
        .put("path", rotated.path().value())
        .put("keys", Json.texts(rotated.keys()))
        .build();
  }

  private static RotatedKeys rotated(Fields json) {
    SortedSet<String> keys = new TreeSet<>(json.typedList("keys", key -> key));
    return new RotatedKeys(json.typed("path", PathGlob::new), keys);
  }

  public static Json.Obj write(Binding binding) {
    Json.Builder json =
        Json.object().put("id", binding.id().value()).put("role", binding.role().id().value());
    switch (binding.holder()) {
      case Holder.OnePerson(PersonId id) -> json.put("person", id.value());
      case Holder.OneMachine(MachineId id) -> json.put("machine", id.slug());
      case Holder.OneGroup(GroupId id) -> json.put("group", id.value());
    }
    return json.put(
            "environment", binding.environment() == null ? null : binding.environment().value())
        .put("path", binding.path() == null ? null : binding.path().value())
        .put("version", binding.version())
        .build();
  }

  /** A binding to a shipped role. */
  public static Binding binding(Json stored) {
    return binding(stored, List.of());
  }

  /**
   * A binding.
   *
   * @param own the roles that its project made
   */
  public static Binding binding(Json stored, Collection<Role> own) {
    Fields json = Fields.of(stored);
    return new Binding(
        json.typed("id", BindingId::new),
        role(json.typed("role", RoleId::new), own),
        holder(json),
        json.optionalTyped("environment", EnvironmentId::new),
        json.optionalTyped("path", PathGlob::new),
        json.number("version"));
  }

  private static Holder holder(Fields json) {
    if (json.has("person")) {
      return new Holder.OnePerson(json.typed("person", PersonId::new));
    }
    return json.has("machine")
        ? new Holder.OneMachine(json.typed("machine", MachineId::new))
        : new Holder.OneGroup(json.typed("group", GroupId::new));
  }

  private static Role role(RoleId id, Collection<Role> own) {
    Role shipped = Role.shipped(id);
    return shipped != null
        ? shipped
        : own.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  public static Json.Obj write(Role role) {
    return Json.object()
        .put("id", role.id().value())
        .put(
            "permissions",
            Json.texts(role.permissions().stream().sorted().map(Permission::code).toList()))
        .put("version", role.version())
        .build();
  }

  public static Role role(Json stored) {
    Fields json = Fields.of(stored);
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    permissions.addAll(json.typedList("permissions", Permission::of));
    return new Role(json.typed("id", RoleId::new), permissions, json.number("version"));
  }

  public static Json write(Prefixes prefixes) {
    Json.Builder owners = Json.object();
    prefixes.owners().forEach((prefix, owner) -> owners.put(prefix, owner));
    return owners.build();
  }

  public static Prefixes prefixes(Json stored, long version) {
    SortedMap<String, String> owners = new TreeMap<>();
    ((Json.Obj) stored)
        .members()
        .forEach((prefix, owner) -> owners.put(prefix, ((Json.Str) owner).value()));
    return new Prefixes(owners, version);
  }
}
