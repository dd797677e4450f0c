package io.countersign.name;

import java.util.Collection;
import java.util.regex.Pattern;

/** The beginning of the names of an environment's secrets in AWS; ends in {@code /}. */
public record SecretPrefix(String value) implements Comparable<SecretPrefix> {
  /** The longest secret name that AWS takes. */
  public static final int LONGEST_NAME = 512;

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_+=.@-]{1,128}/){1,10}");

  public SecretPrefix {
    if (!FORM.matcher(value).matches() || value.length() > 256) {
      throw new InvalidName(
          "secret-prefix",
          "1 to 10 segments of letters, digits and _+=.@- that each end in '/', at most 256");
    }
  }

  /** Whether one of the two is the beginning of the other. */
  public boolean overlaps(SecretPrefix other) {
    return value.startsWith(other.value) || other.value.startsWith(value);
  }

  /** Whether the prefix lies inside one of those that the deployment may manage. */
  public boolean within(Collection<SecretPrefix> managed) {
    return managed.stream().anyMatch(prefix -> value.startsWith(prefix.value));
  }

  /**
   * The name in AWS of the secret at this path.
   *
   * @throws InvalidName when it is longer than {@value #LONGEST_NAME}
   */
  public String secretName(DocumentPath path) {
    String name = value + path.value().substring(1);
    if (name.length() > LONGEST_NAME) {
      throw new InvalidName("path", "at most 512 characters together with the prefix");
    }
    return name;
  }

  @Override
  public int compareTo(SecretPrefix other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
