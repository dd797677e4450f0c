package io.countersign.revision;

import io.countersign.directory.GrantId;
import io.countersign.directory.Permission;
import io.countersign.policy.Target;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to be let do for a limited time.
 *
 * @param actions some of {@link #GRANTABLE}; at least one
 * @param extending the grant whose end is to be moved, or null where a new one is asked for
 */
public record Entitlement(
    Target place, SortedSet<Permission> actions, Window window, @Nullable GrantId extending) {
  /** What can be given for a limited time. */
  public static final Set<Permission> GRANTABLE =
      EnumSet.of(Permission.SECRETS_PROPOSE, Permission.SECRETS_REVEAL);

  /** For people. */
  public String words() {
    String what = actions.stream().map(Entitlement::words).collect(Collectors.joining(" and "));
    return Character.toUpperCase(what.charAt(0)) + what.substring(1) + " of " + place;
  }

  /** One of the actions, for people. */
  public static String words(Permission action) {
    return switch (action) {
      case SECRETS_REVEAL -> "reveal values";
      case SECRETS_PROPOSE -> "propose changes";
      case POLICIES_WRITE,
          REQUESTS_READ,
          REQUESTS_MERGE,
          DIRECTORY_WRITE,
          DESTINATIONS_WRITE,
          AUDIT_READ ->
          throw new IllegalArgumentException("is not given for a time: " + action);
    };
  }
}
