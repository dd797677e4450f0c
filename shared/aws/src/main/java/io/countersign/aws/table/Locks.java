package io.countersign.aws.table;

import io.countersign.merge.DocumentPlan;
import io.countersign.merge.Plan;
import io.countersign.revision.RequestId;
import io.countersign.store.Commit;
import io.countersign.store.Head;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which merge holds which secret: {@code DOC#<secret name>/LOCK}, in the stack's own account. */
record Locks(Table table) {
  private static final String LOCK = "LOCK";
  private static final String OWN = "holder = :holder";

  @Nullable RequestId holder(Collection<String> secretNames) {
    List<Map<String, AttributeValue>> keys =
        secretNames.stream().map(name -> Keys.of(pk(name), LOCK)).toList();
    return table.batch(keys).stream()
        .map(item -> RequestId.parse(item.text("holder")))
        .findFirst()
        .orElse(null);
  }

  /** Takes the plan's locks with the step into MERGING, gives them back with the one out of it. */
  static void change(Writes writes, @Nullable Head before, Commit commit) {
    Plan held = before == null ? null : before.locking();
    Plan plan = commit.locking();
    String request = commit.after().id().toString();
    if (held == null && plan != null) {
      for (DocumentPlan document : plan.documents()) {
        writes.create(Item.of(pk(document.secretName()), LOCK).put("holder", request));
      }
    } else if (held != null && plan == null) {
      for (DocumentPlan document : held.documents()) {
        writes.delete(
            pk(document.secretName()), LOCK, OWN, Map.of(":holder", AttributeValue.fromS(request)));
      }
    }
  }

  private static String pk(String secretName) {
    return "DOC#" + secretName;
  }
}
