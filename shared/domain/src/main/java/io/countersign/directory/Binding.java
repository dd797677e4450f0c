package io.countersign.directory;

import io.countersign.name.PathGlob;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import org.jspecify.annotations.Nullable;

/**
 * A role given to a person, machine or group, narrowed if wished.
 *
 * @param environment the only environment it holds in, or null for all
 * @param path the only paths it holds on, or null for all
 */
public record Binding(
    BindingId id,
    Role role,
    Holder holder,
    @Nullable EnvironmentId environment,
    @Nullable PathGlob path,
    long version) {

  /** Whether the binding gives the permission on this document. */
  boolean gives(Actor actor, Permission permission, DocumentId document) {
    return role.permissions().contains(permission)
        && holder.covers(actor)
        && (environment == null || environment.equals(document.environment()))
        && (path == null || path.matches(document.path()));
  }

  /** Whether the binding gives the permission on all that the glob matches there. */
  boolean gives(Actor actor, Permission permission, EnvironmentId where, PathGlob paths) {
    return role.permissions().contains(permission)
        && holder.covers(actor)
        && (environment == null || environment.equals(where))
        && (path == null || path.covers(paths));
  }

  /** Whether the binding gives the permission on the project as a whole: narrowed ones do not. */
  boolean gives(Actor actor, Permission permission) {
    return role.permissions().contains(permission)
        && holder.covers(actor)
        && environment == null
        && path == null;
  }

  /** Whether it gives the permission wherever another binding, narrowed like this, would hold. */
  boolean givesWithin(
      Actor actor,
      Permission permission,
      @Nullable EnvironmentId narrowed,
      @Nullable PathGlob paths) {
    return role.permissions().contains(permission)
        && holder.covers(actor)
        && (environment == null || environment.equals(narrowed))
        && (path == null || path.equals(paths));
  }

  /** Whether the binding gives the permission somewhere in the project. */
  boolean givesSomewhere(Actor actor, Permission permission) {
    return role.permissions().contains(permission) && holder.covers(actor);
  }
}
