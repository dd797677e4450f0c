package io.countersign.explain;

import io.countersign.directory.Access;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.project.DocumentId;

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

  /** In the whole project. */
  public static Reason inProject(Permission permission, Access access, Directory directory) {
    return new Reason(
        CODE,
        "You need the permission " + permission.code() + ".",
        access.givers(permission, directory));
  }
}
