package io.countersign.directory;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named set of permissions: a shipped one, or one that a project made. There is no end to a role,
 * so no binding ever loses its own.
 *
 * @param version how often it was written, from 1; always 1 for shipped ones
 */
public record Role(RoleId id, Set<Permission> permissions, long version) {
  public static final Role ADMIN = shipped("admin", EnumSet.allOf(Permission.class));
  public static final Role DEVELOPER =
      shipped("developer", EnumSet.of(Permission.SECRETS_PROPOSE, Permission.REQUESTS_READ));
  public static final Role VIEWER = shipped("viewer", EnumSet.of(Permission.REQUESTS_READ));

  /** The roles of every project, which nobody can edit. */
  public static final List<Role> SHIPPED = List.of(ADMIN, DEVELOPER, VIEWER);

  private static Role shipped(String id, Set<Permission> permissions) {
    return new Role(new RoleId(id), permissions, 1);
  }

  /** The shipped role, or null when it is none. */
  public static @Nullable Role shipped(RoleId id) {
    return SHIPPED.stream().filter(each -> each.id.equals(id)).findFirst().orElse(null);
  }
}
