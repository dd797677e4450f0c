package io.countersign.sync.cluster;

import io.countersign.destination.Lane;
import io.countersign.name.DocumentPath;
import io.countersign.project.Sink;
import java.util.Locale;

/** What things are called in a cluster. */
final class Names {
  private static final int LONGEST = 253;

  private Names() {}

  /** The name of the object for a document. */
  static String of(String name, DocumentPath path) {
    String plain =
        path.value()
            .substring(1)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("^[.-]+|[.-]+$", "");
    String whole = name.replace(Sink.PATH, plain).replaceAll("[.-]*\\.[.-]*", ".");
    return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
  }

  /** Whose the fields are that we write; others are never forced. */
  static String manager(Lane lane) {
    return "countersign-" + lane.project() + "-" + lane.destination();
  }
}
