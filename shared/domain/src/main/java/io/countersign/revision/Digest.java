package io.countersign.revision;

import io.countersign.name.InvalidName;
import java.util.regex.Pattern;

/** The name of a revision: SHA-256 over everything that matters in it, 64 hex digits (rule 1). */
public record Digest(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * Checks the form.
   *
   * @throws InvalidName unless 64 lower-case hex digits
   */
  public Digest {
    if (!FORM.matcher(hex).matches()) {
      throw new InvalidName("digest", "64 of the digits 0-9 and a-f");
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
