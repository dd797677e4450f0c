package io.countersign.revision;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Permission;
import io.countersign.policy.Kind;
import io.countersign.policy.Target;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import io.countersign.project.ProjectId;
import io.countersign.rule.Thing;
import java.util.List;
import java.util.stream.Collectors;

/** What a request is about: where its readers and those who may merge it need their permissions. */
public sealed interface Scope {
  /** The documents, where they are named one by one. */
  List<DocumentId> documents();

  /** Whether the actor may do this to all of it. */
  boolean allowed(Actor actor, Permission permission, Access access);

  /** Whether the actor may do this to some of it. */
  boolean allowedSomewhere(Actor actor, Permission permission, Access access);

  /** Whether some of it is in that environment. */
  boolean in(EnvironmentId environment);

  /** Paths and globs, as people would look for them. */
  List<String> paths();

  Kind kind();

  /**
   * What nobody has two open requests about, part by part; nothing where they may have as many as
   * they like.
   */
  default List<String> once() {
    return List.of();
  }

  /** Documents of a change set. */
  record OfDocuments(List<DocumentId> documents) implements Scope {
    @Override
    public boolean allowed(Actor actor, Permission permission, Access access) {
      return documents.stream().allMatch(each -> access.allows(actor, permission, each));
    }

    @Override
    public boolean allowedSomewhere(Actor actor, Permission permission, Access access) {
      return documents.stream().anyMatch(each -> access.allows(actor, permission, each));
    }

    @Override
    public boolean in(EnvironmentId environment) {
      return documents.stream().anyMatch(each -> each.environment().equals(environment));
    }

    @Override
    public List<String> paths() {
      return documents.stream().map(each -> each.path().value()).toList();
    }

    @Override
    public Kind kind() {
      return Kind.SECRETS;
    }
  }

  /** Where access is asked for. */
  record OfAccess(Entitlement entitlement) implements Scope {
    @Override
    public List<DocumentId> documents() {
      return List.of();
    }

    @Override
    public boolean allowed(Actor actor, Permission permission, Access access) {
      Target place = entitlement.place();
      return access.allows(actor, permission, place.environment(), place.path());
    }

    @Override
    public boolean allowedSomewhere(Actor actor, Permission permission, Access access) {
      return allowed(actor, permission, access);
    }

    @Override
    public boolean in(EnvironmentId environment) {
      return entitlement.place().environment().equals(environment);
    }

    @Override
    public List<String> paths() {
      return List.of(entitlement.place().path().value());
    }

    @Override
    public Kind kind() {
      return Kind.ACCESS;
    }

    @Override
    public List<String> once() {
      return List.of(
          entitlement.place().toString(),
          entitlement.actions().stream().map(Permission::code).collect(Collectors.joining(",")));
    }
  }

  /**
   * Rules that are to change.
   *
   * @param project that they belong to, or the organisation
   */
  record OfGovernance(ProjectId project, List<Thing> things) implements Scope {
    @Override
    public List<DocumentId> documents() {
      return List.of();
    }

    @Override
    public boolean allowed(Actor actor, Permission permission, Access access) {
      return access.allows(actor, permission);
    }

    @Override
    public boolean allowedSomewhere(Actor actor, Permission permission, Access access) {
      return allowed(actor, permission, access);
    }

    @Override
    public boolean in(EnvironmentId environment) {
      return things.stream()
          .anyMatch(
              each ->
                  each.sort() == Thing.Sort.ENVIRONMENT && each.id().equals(environment.value()));
    }

    @Override
    public List<String> paths() {
      return things.stream().map(Thing::called).toList();
    }

    @Override
    public Kind kind() {
      return Kind.GOVERNANCE;
    }

    @Override
    public List<String> once() {
      return things.stream().map(Thing::key).sorted().toList();
    }
  }
}
