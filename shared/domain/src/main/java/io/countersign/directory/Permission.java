package io.countersign.directory;

import io.countersign.name.InvalidName;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a role may allow (design §1); {@code code} is its name in the API. */
public enum Permission {
  SECRETS_PROPOSE("secrets:propose"),
  SECRETS_REVEAL("secrets:reveal"),
  POLICIES_WRITE("policies:write"),
  REQUESTS_READ("requests:read"),
  REQUESTS_MERGE("requests:merge"),
  DIRECTORY_WRITE("directory:write"),
  DESTINATIONS_WRITE("destinations:write"),
  AUDIT_READ("audit:read");

  private final String code;

  Permission(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * The permission of that code.
   *
   * @throws InvalidName when there is none
   */
  public static Permission of(String code) {
    for (Permission permission : values()) {
      if (permission.code.equals(code)) {
        return permission;
      }
    }
    throw new InvalidName(
        "permission",
        "one of "
            + Arrays.stream(values()).map(Permission::code).collect(Collectors.joining(", ")));
  }
}
