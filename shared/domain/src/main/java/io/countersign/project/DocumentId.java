package io.countersign.project;

import io.countersign.name.DocumentPath;
import java.util.Comparator;

/** One document of a project: its environment and its path there. */
public record DocumentId(EnvironmentId environment, DocumentPath path)
    implements Comparable<DocumentId> {
  private static final Comparator<DocumentId> ORDER =
      Comparator.comparing(DocumentId::environment).thenComparing(DocumentId::path);

  @Override
  public int compareTo(DocumentId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return environment + ":" + path;
  }
}
