package io.countersign.request;

import io.countersign.directory.Actor;
import io.countersign.directory.Directory;
import io.countersign.directory.Permission;
import io.countersign.explain.Lacking;
import io.countersign.explain.Reason;
import io.countersign.policy.Governing;
import io.countersign.policy.Kind;
import io.countersign.policy.Rules;
import io.countersign.project.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * Who may copy a value: so that it is no way around {@code secrets:reveal}. It needs {@code
 * secrets:propose} where it is copied from, too; the policies there have a say in the request, and
 * where there is none, nobody else would look, so its author has to be let see the value.
 */
public final class Copying {
  private Copying() {}

  /** Why the actor may not copy from the one document to the other, or null where they may. */
  public static @Nullable Reason hindrance(
      Actor actor, DocumentId from, DocumentId to, Rules rules, Directory directory) {
    if (!rules.access().allows(actor, Permission.SECRETS_PROPOSE, from)) {
      return Lacking.toPropose(from, rules.access(), directory);
    }
    boolean open = !from.equals(to) && Governing.of(rules.policies(Kind.SECRETS), from).isEmpty();
    return open && !rules.access().allows(actor, Permission.SECRETS_REVEAL, from)
        ? Lacking.toCopy(from, rules.access(), directory)
        : null;
  }
}
