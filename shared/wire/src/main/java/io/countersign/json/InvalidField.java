package io.countersign.json;

import java.util.Objects;

/** A field that breaks a rule; the message never repeats what was in it. */
public final class InvalidField extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String rule;

  /**
   * Names it.
   *
   * @param field the path from the body's root, for example {@code changes[0].path}
   * @param rule a stable code
   */
  public InvalidField(String field, String rule, String message) {
    super(message);
    this.field = field;
    this.rule = rule;
  }

  public String field() {
    return field;
  }

  public String rule() {
    return rule;
  }

  /** Whether the form is wrong, and not what it says: 400 and not 422. */
  public boolean malformed() {
    return rule.equals("type") || rule.equals("unknown") || rule.equals("required");
  }

  /** What is wrong. */
  public String problem() {
    return Objects.requireNonNullElse(getMessage(), "is not right");
  }
}
