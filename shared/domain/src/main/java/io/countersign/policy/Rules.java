package io.countersign.policy;

import io.countersign.directory.Access;
import io.countersign.directory.Directory;
import io.countersign.project.Destination;
import io.countersign.project.DocumentId;
import io.countersign.project.Environment;
import io.countersign.project.EnvironmentId;
import io.countersign.project.Project;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * All rules of one project, as read in one piece.
 *
 * @param access who may do what
 */
public record Rules(
    Project project,
    SortedMap<EnvironmentId, Environment> environments,
    List<Policy> policies,
    Access access,
    List<Destination> destinations) {

  /** The policies that a change of these documents must satisfy now, people resolved. */
  public List<BoundPolicy> bind(Collection<DocumentId> documents, Directory directory) {
    return Governing.of(policies, documents).stream().map(each -> each.bind(directory)).toList();
  }
}
