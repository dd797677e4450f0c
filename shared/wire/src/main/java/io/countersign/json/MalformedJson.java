package io.countersign.json;

import java.util.Objects;

/** Text that is no JSON; the message says where, and holds nothing of the text. */
public final class MalformedJson extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public MalformedJson(String message) {
    super(message);
  }

  /** What is wrong. */
  public String problem() {
    return Objects.requireNonNullElse(getMessage(), "is not right");
  }
}
