package io.countersign.explore.world;

import io.countersign.request.Request;
import io.countersign.revision.Digest;
import io.countersign.revision.Revision;
import io.countersign.store.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request in the table.
 *
 * @param revisions all that were made
 */
public record Filed(Head head, List<Revision> revisions) {
  public Request request() {
    return head.request();
  }

  /** The present revision. */
  public Revision revision() {
    return revisions.stream()
        .filter(each -> each.digest().equals(request().digest()))
        .findFirst()
        .orElseThrow();
  }

  /** The digest of a revision that is not the present one, or null. */
  public @Nullable Digest former() {
    return revisions.stream()
        .map(Revision::digest)
        .filter(each -> !each.equals(request().digest()))
        .findFirst()
        .orElse(null);
  }

  /** Status, version and votes; the rest is long. */
  @Override
  public String toString() {
    return "%s v%d r%d %s%s"
        .formatted(
            request().status(),
            head.version(),
            request().revision(),
            request().votes().values().stream()
                .map(each -> each.voter() + ":" + each.decision())
                .toList(),
            head.plan() == null ? "" : " " + head.plan());
  }
}
