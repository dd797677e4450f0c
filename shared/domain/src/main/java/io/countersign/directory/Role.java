package io.countersign.directory;

import io.countersign.name.InvalidName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A named set of permissions. */
public record Role(String name, Set<Permission> permissions) {
  public static final Role ADMIN = new Role("admin", EnumSet.allOf(Permission.class));
  public static final Role DEVELOPER =
      new Role("developer", EnumSet.of(Permission.SECRETS_PROPOSE, Permission.REQUESTS_READ));
  public static final Role VIEWER = new Role("viewer", EnumSet.of(Permission.REQUESTS_READ));

  private static final List<Role> SHIPPED = List.of(ADMIN, DEVELOPER, VIEWER);

  /**
   * The shipped role of that name.
   *
   * @throws InvalidName when there is none
   */
  public static Role named(String name) {
    for (Role role : SHIPPED) {
      if (role.name.equals(name)) {
        return role;
      }
    }
    throw new InvalidName("role", "one of admin, developer, viewer");
  }
}
