package io.countersign.notify.letter;

import io.countersign.project.DocumentId;
import io.countersign.revision.Operation;
import io.countersign.revision.Revision;
import java.util.ArrayList;
import java.util.List;

/**
 * A document of the request.
 *
 * @param name its environment and path
 * @param summary how many keys are changed in which way
 * @param changes the first of them
 * @param more what is said of those that are not listed; empty when all are
 */
public record Touched(String name, String summary, List<Change> changes, String more) {
  private static final int MOST = 20;

  static List<Touched> of(Revision revision) {
    return revision.touched().stream().map(document -> of(document, revision)).toList();
  }

  private static Touched of(DocumentId document, Revision revision) {
    List<Operation> operations = revision.on(document);
    List<Change> all =
        operations.stream().flatMap(operation -> Change.of(operation).stream()).toList();
    int unlisted = all.size() - MOST;
    return new Touched(
        name(document),
        summary(operations, all),
        all.stream().limit(MOST).toList(),
        unlisted > 0 ? "and " + unlisted + " more" : "");
  }

  static String name(DocumentId document) {
    return Said.title(document.environment() + "" + document.path());
  }

  private static String summary(List<Operation> operations, List<Change> all) {
    List<String> counts = new ArrayList<>();
    if (operations.stream().anyMatch(Operation.Remove.class::isInstance)) {
      counts.add("the whole document deleted");
    }
    for (String kind : List.of("changed", "added", "removed", "renamed")) {
      long count = all.stream().filter(change -> change.kind().equals(kind)).count();
      if (count > 0) {
        counts.add(count + " " + kind);
      }
    }
    return String.join(", ", counts);
  }
}
