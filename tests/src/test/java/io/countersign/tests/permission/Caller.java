package io.countersign.tests.permission;

import java.util.Locale;

/**
 * Who calls: the columns of the table, by what they are to the project and to its requests.
 *
 * <p>Those with one permission have a role with nothing else in it.
 */
enum Caller {
  /** Has every permission, in the whole organisation. */
  ADMIN(""),
  /** Wrote the request that the call is about. */
  AUTHOR(""),
  /** Is in the policy's group, and has no role. */
  APPROVER(""),
  MERGER("requests:merge"),
  READER("requests:read"),
  PROPOSER("secrets:propose"),
  REVEALER("secrets:reveal"),
  POLICIES("policies:write"),
  DIRECTORY("directory:write"),
  DESTINATIONS("destinations:write"),
  AUDITOR("audit:read"),
  /** A machine that is a developer in the project. */
  MACHINE(""),
  /** Is in the directory, and has nothing to do with the project. */
  OUTSIDER(""),
  /** Signs in, and is nobody in the directory. */
  STRANGER(""),
  /** Had the role of an admin in the project, and is deactivated. */
  DEACTIVATED("");

  private final String permission;

  Caller(String permission) {
    this.permission = permission;
  }

  /** The one permission that their role gives, or none. */
  String permission() {
    return permission;
  }

  /** As the table's head has it. */
  String title() {
    return permission.isEmpty() ? name().toLowerCase(Locale.ROOT) : "`" + permission + "`";
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
