package io.countersign.policy;

import io.countersign.directory.Access;
import io.countersign.directory.Directory;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Destination;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All rules of one project, as read in one piece.
 *
 * @param access who may do what
 * @param roles that the project made, besides the shipped ones
 */
public record Rules(
    Project project,
    SortedMap<EnvironmentId, Environment> environments,
    List<Policy> policies,
    Access access,
    List<Destination> destinations,
    List<Role> roles,
    List<Channel> channels) {
  /** The rules of a project that has no channels. */
  public Rules(
      Project project,
      SortedMap<EnvironmentId, Environment> environments,
      List<Policy> policies,
      Access access,
      List<Destination> destinations,
      List<Role> roles) {
    this(project, environments, policies, access, destinations, roles, List.of());
  }

  /** A role of the project, shipped or its own, or null when there is none. */
  public @Nullable Role role(RoleId id) {
    Role shipped = Role.shipped(id);
    return shipped != null
        ? shipped
        : roles.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  /** A channel of the project, or null when there is none. */
  public @Nullable Channel channel(ChannelId id) {
    return channels.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  /** The policies that a change of these documents must satisfy now, people resolved. */
  public List<BoundPolicy> bind(Collection<DocumentId> documents, Directory directory) {
    return Governing.of(policies, documents).stream().map(each -> each.bind(directory)).toList();
  }
}
