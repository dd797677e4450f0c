package io.countersign.revision;

import io.countersign.name.InvalidName;
import io.countersign.project.ProjectId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change request's id, {@code <project>-<n>}, n from an atomic counter; gaps are allowed. Those
 * of the whole organisation begin with {@code *}.
 */
public record RequestId(ProjectId project, long number) implements Comparable<RequestId> {
  private static final Pattern FORM = Pattern.compile("(.{2,40}|\\*)-([1-9][0-9]{0,14})");

  public RequestId {
    if (number < 1) {
      throw new InvalidName("request", "counts from 1");
    }
  }

  /**
   * Reads {@code payments-12}.
   *
   * @throws InvalidName for anything else
   */
  public static RequestId parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidName("request", "a project, '-' and a number, for example payments-12");
    }
    return new RequestId(new ProjectId(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  @Override
  public int compareTo(RequestId other) {
    int byProject = project.compareTo(other.project);
    return byProject == 0 ? Long.compare(number, other.number) : byProject;
  }

  @Override
  public String toString() {
    return project + "-" + number;
  }
}
