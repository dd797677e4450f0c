package io.countersign.name;

import java.util.List;

/**
 * A pattern of document paths: {@code *} stands for one segment, {@code **} for any number of them,
 * none included; everything else stands for itself, case-sensitive (design §1, Names). {@code
 * /a/**} therefore matches {@code /a} too, and {@code /**} matches every path.
 *
 * @param value 1 to 10 segments as in {@link DocumentPath} or {@code *}, and any {@code **} between
 *     them that does not follow another one, so that "everything" is spelt one way
 */
public record PathGlob(String value) implements Comparable<PathGlob> {
  /** Every path: the whole environment. */
  public static final PathGlob ALL = new PathGlob("/**");

  /**
   * Checks the form.
   *
   * @throws InvalidName with the rule {@code path-glob}
   */
  public PathGlob {
    GlobForm.check(value);
  }

  /**
   * The glob of this form.
   *
   * @throws InvalidName with the rule {@code path-glob}, when the text has another form
   */
  public static PathGlob of(String text) {
    return new PathGlob(text);
  }

  /** Whether it has no wildcard, so that it can match one path only (design §2, rule 3). */
  public boolean exact() {
    return value.indexOf('*') < 0;
  }

  /** Whether the whole path matches. */
  public boolean matches(DocumentPath path) {
    return equals(ALL) || matchesAll(path.segments());
  }

  private boolean matchesAll(List<String> segments) {
    List<String> pattern = Segment.split(value);
    // reached[n]: the pattern so far matches the first n segments.
    boolean[] reached = new boolean[segments.size() + 1];
    reached[0] = true;
    for (String part : pattern) {
      reached = step(part, reached, segments);
    }
    return reached[segments.size()];
  }

  /** Whether there is a path that both match. */
  public boolean overlaps(PathGlob other) {
    return CommonPath.exists(Segment.split(value), Segment.split(other.value));
  }

  /**
   * Whether every path that the other matches is matched here too. No for a few that are, such as
   * one that says the same with its wildcards in another order.
   */
  public boolean covers(PathGlob other) {
    return matchesAll(Segment.split(other.value));
  }

  private static boolean[] step(String part, boolean[] before, List<String> segments) {
    boolean[] after = new boolean[before.length];
    boolean any = part.equals("**");
    after[0] = any && before[0];
    for (int n = 1; n < after.length; n++) {
      after[n] = any ? before[n] || after[n - 1] : before[n - 1] && one(part, segments.get(n - 1));
    }
    return after;
  }

  /** A segment may itself be a wildcard, which only one that is as wide stands for. */
  private static boolean one(String part, String segment) {
    return part.equals(segment) || (part.equals("*") && !segment.equals("**"));
  }

  @Override
  public int compareTo(PathGlob other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
