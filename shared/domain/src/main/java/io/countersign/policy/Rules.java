package io.countersign.policy;

import io.countersign.directory.Access;
import io.countersign.directory.Directory;
import io.countersign.directory.Grant;
import io.countersign.directory.GrantId;
import io.countersign.directory.Role;
import io.countersign.directory.RoleId;
import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.project.Destination;
import io.countersign.project.DestinationId;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Project;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * All rules of one project, as read in one piece.
 *
 * @param access who may do what
 * @param roles that the project made, besides the shipped ones
 * @param grants given for a limited time and not revoked, also those that do not hold yet or any
 *     more
 * @param oversight what the organisation says of changes of its rules
 */
public record Rules(
    Project project,
    SortedMap<EnvironmentId, Environment> environments,
    List<Policy> policies,
    Access access,
    List<Destination> destinations,
    List<Role> roles,
    List<Channel> channels,
    List<Grant> grants,
    Oversight oversight) {
  /** The rules of a project of an organisation that says nothing of its own. */
  public Rules(
      Project project,
      SortedMap<EnvironmentId, Environment> environments,
      List<Policy> policies,
      Access access,
      List<Destination> destinations,
      List<Role> roles,
      List<Channel> channels,
      List<Grant> grants) {
    this(
        project,
        environments,
        policies,
        access,
        destinations,
        roles,
        channels,
        grants,
        Oversight.USUAL);
  }

  /** The rules of a project that has given no grants. */
  public Rules(
      Project project,
      SortedMap<EnvironmentId, Environment> environments,
      List<Policy> policies,
      Access access,
      List<Destination> destinations,
      List<Role> roles,
      List<Channel> channels) {
    this(project, environments, policies, access, destinations, roles, channels, List.of());
  }

  /** The rules of a project that has no channels either. */
  public Rules(
      Project project,
      SortedMap<EnvironmentId, Environment> environments,
      List<Policy> policies,
      Access access,
      List<Destination> destinations,
      List<Role> roles) {
    this(project, environments, policies, access, destinations, roles, List.of());
  }

  /** Those of the whole organisation alone. */
  public Rules ofOrganisation() {
    return new Rules(
        oversight.organisation(),
        Collections.emptySortedMap(),
        oversight.policies(),
        access.ofOrganisation(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        oversight);
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

  /** A destination, or null. */
  public @Nullable Destination destination(DestinationId id) {
    return destinations.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  /** The same rules, whose access has the grants that hold at that moment. */
  public Rules at(Instant now) {
    return withAccess(access.with(grants.stream().filter(each -> each.holds(now)).toList()));
  }

  /** The same rules, of the project as it is to be. */
  public Rules withProject(Project other) {
    return new Rules(
        other, environments, policies, access, destinations, roles, channels, grants, oversight);
  }

  /** The same rules with these environments. */
  public Rules withEnvironments(SortedMap<EnvironmentId, Environment> others) {
    return new Rules(
        project, others, policies, access, destinations, roles, channels, grants, oversight);
  }

  /** The same rules with these policies. */
  public Rules withPolicies(List<Policy> others) {
    return new Rules(
        project, environments, others, access, destinations, roles, channels, grants, oversight);
  }

  /** The same rules, by which others may do what. */
  public Rules withAccess(Access other) {
    return new Rules(
        project, environments, policies, other, destinations, roles, channels, grants, oversight);
  }

  /** The same rules with these destinations. */
  public Rules withDestinations(List<Destination> others) {
    return new Rules(
        project, environments, policies, access, others, roles, channels, grants, oversight);
  }

  /** The same rules with these roles of the project's own; what is bound to them stays. */
  public Rules withRoles(List<Role> others) {
    return new Rules(
        project, environments, policies, access, destinations, others, channels, grants, oversight);
  }

  /** The same rules with these channels. */
  public Rules withChannels(List<Channel> others) {
    return new Rules(
        project, environments, policies, access, destinations, roles, others, grants, oversight);
  }

  /** The same rules in an organisation that says this of their changes. */
  public Rules withOversight(Oversight other) {
    return new Rules(
        project, environments, policies, access, destinations, roles, channels, grants, other);
  }

  /** A grant that was not revoked, or null when there is none. */
  public @Nullable Grant grant(GrantId id) {
    return grants.stream().filter(each -> each.id().equals(id)).findFirst().orElse(null);
  }

  /** The policies that are about this. */
  public List<Policy> policies(Kind kind) {
    return policies.stream().filter(each -> each.kind() == kind).toList();
  }

  /** The policies that a change of these documents must satisfy now, people resolved. */
  public List<BoundPolicy> bind(Collection<DocumentId> documents, Directory directory) {
    return bound(governing(documents), directory);
  }

  /** The policies that access to all of a place must satisfy now, people resolved. */
  public List<BoundPolicy> bind(Target place, Directory directory) {
    return bound(governing(place), directory);
  }

  /** The policies that a change of these documents must satisfy now. */
  public List<Policy> governing(Collection<DocumentId> documents) {
    return Governing.of(policies(Kind.SECRETS), documents);
  }

  /** The policies that access to all of a place must satisfy now. */
  public List<Policy> governing(Target place) {
    return governing(Kind.ACCESS, place);
  }

  /** The policies of that kind that count at any document there can be in the place. */
  public List<Policy> governing(Kind kind, Target place) {
    return Governing.throughout(policies(kind), place);
  }

  private static List<BoundPolicy> bound(List<Policy> governing, Directory directory) {
    return governing.stream().map(each -> each.bind(directory)).toList();
  }
}
