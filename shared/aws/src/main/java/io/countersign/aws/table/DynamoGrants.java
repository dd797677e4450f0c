package io.countersign.aws.table;

import io.countersign.directory.Grant;
import io.countersign.project.ProjectId;
import io.countersign.request.Event;
import io.countersign.revision.RequestId;
import io.countersign.store.Commit;
import io.countersign.wire.AccessJson;
import java.util.Map;

/**
 * {@code GRANTS#<project>/<request>}: access for a limited time, from the transaction that gives it
 * to the one that ends it. Apart from the other rules of its project, so that those who give access
 * may write no rule; the project's counter stands for both. The third index has them by their ends.
 */
final class DynamoGrants {
  private DynamoGrants() {}

  /** Puts what was given, or whose end was moved, and deletes what has ended. */
  static void change(Writes writes, Commit commit) {
    RequestId request = commit.after().id();
    for (Event event : commit.events()) {
      switch (event) {
        case Event.AccessGranted(Grant grant) -> {
          boolean fresh = grant.id().value().equals(request.toString());
          writes.put(
              item(request.project(), grant),
              fresh ? "attribute_not_exists(pk)" : "attribute_exists(pk)",
              Map.of());
        }
        case Event.AccessEnded(Grant grant, _, _) ->
            writes.delete(
                Keys.grants(request.project()),
                grant.id().value(),
                "attribute_exists(pk)",
                Map.of());
        default -> {}
      }
    }
  }

  private static Item item(ProjectId project, Grant grant) {
    return Item.of(Keys.grants(project), grant.id().value())
        .data(AccessJson.write(grant))
        .index(3, Keys.DUE_GRANT, grant.ends() + "#" + grant.id());
  }
}
