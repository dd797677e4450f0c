package io.countersign.sync;

import io.countersign.destination.Written.Place;
import io.countersign.document.Document;
import io.countersign.project.Destination;
import io.countersign.revision.RequestId;
import java.util.SortedSet;

/**
 * A document as it is now, on its way.
 *
 * @param gone whether a merge took the document away; it is empty then
 * @param requests those whose change of it is not known to be there
 */
public record Load(
    Destination destination,
    Place place,
    String arn,
    String versionId,
    Document document,
    boolean gone,
    SortedSet<RequestId> requests) {
  /** Never shows the document. */
  @Override
  public String toString() {
    return "Load[" + place + ", " + versionId + "]";
  }
}
