package io.countersign.directory;

import io.countersign.name.PathGlob;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import java.time.Instant;
import java.util.SortedSet;

/**
 * What a person may do for a limited time, besides what their roles allow. One that was revoked is
 * not there any more.
 *
 * @param actions what it gives there
 * @param begins from then on
 * @param ends then not any more
 */
public record Grant(
    GrantId id,
    PersonId holder,
    EnvironmentId environment,
    PathGlob path,
    SortedSet<Permission> actions,
    Instant begins,
    Instant ends) {
  /** Whether it holds at that moment. */
  public boolean holds(Instant now) {
    return !now.isBefore(begins) && now.isBefore(ends);
  }

  /** Whether its time is over. */
  public boolean over(Instant now) {
    return !now.isBefore(ends);
  }

  /** Whether it gives these actions on just these paths. */
  public boolean is(EnvironmentId where, PathGlob paths, SortedSet<Permission> what) {
    return environment.equals(where) && path.equals(paths) && actions.equals(what);
  }

  /** Whether it gives the permission on this document. */
  boolean gives(Actor actor, Permission permission, DocumentId document) {
    return holder.equals(actor.id())
        && actions.contains(permission)
        && environment.equals(document.environment())
        && path.matches(document.path());
  }

  /** The same with another end. */
  public Grant until(Instant end) {
    return new Grant(id, holder, environment, path, actions, begins, end);
  }
}
