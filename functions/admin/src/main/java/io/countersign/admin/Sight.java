package io.countersign.admin;

import io.countersign.directory.Access;
import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.edge.command.Answers;
import io.countersign.edge.http.Problem;
import io.countersign.edge.http.ProblemException;
import io.countersign.explain.Lacking;
import io.countersign.explain.Reason;
import io.countersign.explain.Refusal;
import io.countersign.name.PathGlob;
import io.countersign.policy.Rules;
import io.countersign.project.EnvironmentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision may look at.
 *
 * @param rules of the project that it is about, or of the organisation; null where there is no such
 *     project
 */
record Sight(Actor actor, Access access, Directory directory, @Nullable Rules rules) {
  /** The project's rules; 404 where there is no such project, or none to be seen. */
  Rules project() {
    if (rules == null || !access.covers(actor)) {
      throw Problem.notFound().asException();
    }
    return rules;
  }

  /** Not enough to have it in one project: what is claimed here nobody else can have. */
  void requiresOfOrganisation(Permission permission) {
    if (!access.ofOrganisation().allows(actor, permission)) {
      throw refused(Lacking.inOrganisation(permission, access, directory));
    }
  }

  /**
   * Whoever gives permissions to others must have them, everywhere where those would have them.
   *
   * @param environment the only one they are to hold in, or null for all
   * @param path the only paths they are to hold on, or null for all
   */
  void requiresToGive(
      Set<Permission> permissions, @Nullable EnvironmentId environment, @Nullable PathGlob path) {
    for (Permission permission : permissions) {
      if (!access.mayGive(actor, permission, environment, path)) {
        throw refused(Lacking.toGive(permission, environment, path, access, directory));
      }
    }
  }

  void requires(Permission permission) {
    if (!access.allows(actor, permission)) {
      throw refused(Lacking.inProject(permission, shown(), directory));
    }
  }

  /** Who has no role in a project is not told who has. */
  private Access shown() {
    return access.covers(actor) ? access : access.ofOrganisation();
  }

  private ProblemException refused(Reason lacking) {
    return Answers.problem(Refusal.forbidden(lacking), directory).asException();
  }
}
