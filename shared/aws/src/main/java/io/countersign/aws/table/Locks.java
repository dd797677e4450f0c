package io.countersign.aws.table;

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

  /** Takes the locks of what a plan is new to, and gives back those of what it has left. */
  static void change(Writes writes, @Nullable Head before, Commit commit) {
    List<String> held = secrets(before == null ? null : before.locking());
    List<String> wanted = secrets(commit.locking());
    String request = commit.after().id().toString();
    for (String secret : wanted) {
      if (!held.contains(secret)) {
        writes.create(Item.of(pk(secret), LOCK).put("holder", request));
      }
    }
    for (String secret : held) {
      if (!wanted.contains(secret)) {
        writes.delete(pk(secret), LOCK, OWN, Map.of(":holder", AttributeValue.fromS(request)));
      }
    }
  }

  private static List<String> secrets(@Nullable Plan plan) {
    return plan == null ? List.of() : plan.secrets();
  }

  private static String pk(String secretName) {
    return "DOC#" + secretName;
  }
}
