package io.countersign.name;

import java.util.Objects;

/** A name that breaks its rule; the message says what is allowed and never repeats the text. */
public final class InvalidName extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String rule;

  public InvalidName(String rule, String message) {
    super(message);
    this.rule = rule;
  }

  /** What is allowed. */
  public String problem() {
    return Objects.requireNonNullElse(getMessage(), rule);
  }

  /** The rule's stable code, for example {@code slug}. */
  public String rule() {
    return rule;
  }
}
