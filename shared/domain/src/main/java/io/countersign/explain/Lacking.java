package io.countersign.explain;

import io.countersign.directory.Access;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.name.PathGlob;
import io.countersign.project.DocumentId;
import io.countersign.project.EnvironmentId;
import org.jspecify.annotations.Nullable;

/** A permission that somebody lacks, and who could give it to them. */
public final class Lacking {
  public static final String CODE = "permission-missing";

  private Lacking() {}

  /** On a document. */
  public static Reason on(
      DocumentId document, Permission permission, Access access, Directory directory) {
    return new Reason(
        CODE,
        "You need the permission " + permission.code() + " on " + document + ".",
        access.givers(permission, document, directory));
  }

  /** To propose changes to a document. */
  public static Reason toPropose(DocumentId document, Access access, Directory directory) {
    return new Reason(
        "may-not-propose",
        "You may not propose changes to " + document + ".",
        access.givers(Permission.SECRETS_PROPOSE, document, directory));
  }

  /** To copy from a document that nothing governs. */
  public static Reason toCopy(DocumentId document, Access access, Directory directory) {
    Permission reveal = Permission.SECRETS_REVEAL;
    return new Reason(
        CODE,
        "You need the permission %s on %s to copy from it, as no policy governs it."
            .formatted(reveal.code(), document),
        access.givers(reveal, document, directory));
  }

  /** In the whole project. */
  public static Reason inProject(Permission permission, Access access, Directory directory) {
    return new Reason(
        CODE,
        "You need the permission " + permission.code() + " in the whole project.",
        access.givers(permission, directory));
  }

  /** In all projects. */
  public static Reason inOrganisation(Permission permission, Access access, Directory directory) {
    return new Reason(
        CODE,
        "You need the permission " + permission.code() + " in the whole organisation.",
        access.ofOrganisation().givers(permission, directory));
  }

  /**
   * Everywhere where others are to have it; whoever has it there could give it in their place.
   *
   * @param environment the only one they are to have it in, or null for all
   * @param path the only paths they are to have it on, or null for all
   */
  public static Reason toGive(
      Permission permission,
      @Nullable EnvironmentId environment,
      @Nullable PathGlob path,
      Access access,
      Directory directory) {
    return new Reason(
        CODE,
        "You need the permission " + permission.code() + " there to give it to others.",
        access.givers(permission, environment, path, directory));
  }
}
