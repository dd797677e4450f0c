package io.countersign.destination;

import io.countersign.project.DestinationId;
import io.countersign.project.ProjectId;
import java.util.Comparator;

/** One destination of a project: whatever is slow there holds up no other. */
public record Lane(ProjectId project, DestinationId destination) implements Comparable<Lane> {
  private static final Comparator<Lane> ORDER =
      Comparator.comparing(Lane::project).thenComparing(Lane::destination);

  @Override
  public int compareTo(Lane other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return project + "/" + destination;
  }
}
