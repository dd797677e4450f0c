package io.countersign.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a command changed nothing.
 *
 * @param field what of the input was wrong, or null when it is not about one field
 */
public record Refusal(
    Because because, String code, String message, @Nullable String field, List<Reason> reasons) {

  /** What kind of refusal it is. */
  public enum Because {
    /** The actor may not. */
    FORBIDDEN,
    /** There is no such thing, or the actor may not know of it. */
    UNKNOWN,
    /** The request is in another state than the command needs. */
    STATE,
    /** A rule of the input or of a policy is broken. */
    RULE
  }

  public static Refusal forbidden(String code, String message) {
    return new Refusal(Because.FORBIDDEN, code, message, null, List.of());
  }

  /** With who could change that. */
  public static Refusal forbidden(Reason reason) {
    return new Refusal(Because.FORBIDDEN, reason.code(), reason.message(), null, List.of(reason));
  }

  /** The same for these reasons. */
  public Refusal because(List<Reason> others) {
    return new Refusal(because, code, message, field, others);
  }

  /** The reasons that it gives; itself as the only one where it gives none. */
  public List<Reason> orItself() {
    return reasons.isEmpty() ? List.of(Reason.of(code, message)) : reasons;
  }

  public static Refusal state(String code, String message, List<Reason> reasons) {
    return new Refusal(Because.STATE, code, message, null, reasons);
  }

  /** For these reasons, of which the first is told. */
  public static Refusal state(List<Reason> reasons) {
    Reason first = reasons.getFirst();
    return state(first.code(), first.message(), reasons);
  }

  /** That somebody else could change. */
  public static Refusal rule(Reason reason) {
    return new Refusal(Because.RULE, reason.code(), reason.message(), null, List.of(reason));
  }

  public static Refusal rule(String code, String field, String message) {
    return new Refusal(Because.RULE, code, message, field, List.of());
  }
}
