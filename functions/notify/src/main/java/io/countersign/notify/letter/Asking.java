package io.countersign.notify.letter;

import io.countersign.policy.BoundPolicy;
import io.countersign.revision.Revision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What approvers are asked for.
 *
 * @param needs one line a policy
 * @param ends when it is too late; empty when never
 */
public record Asking(List<String> needs, String ends) {
  /** What the policies of the revision ask for. */
  public static Asking of(Revision revision, @Nullable Instant expiresAt) {
    return new Asking(
        revision.policies().stream().map(Asking::need).toList(),
        expiresAt == null ? "" : Said.time(expiresAt));
  }

  private static String need(BoundPolicy policy) {
    int approvals =
        policy.requirements().stream().mapToInt(each -> each.requirement().approvals()).sum();
    return "Policy \"%s\" needs %d approval%s."
        .formatted(Said.name(policy.name()), approvals, approvals == 1 ? "" : "s");
  }
}
