package io.countersign.document;

import io.countersign.name.InvalidName;
import java.util.regex.Pattern;

/**
 * The name of a new key. Keys that a document already has may be named otherwise, and can be kept,
 * changed, deleted and renamed (design §1, Names).
 *
 * @param value 1 to 255 of {@code [A-Za-z0-9_.-]}
 */
public record KeyName(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{1,255}");
  static final String ALLOWED = "1 to 255 letters, digits and _.-";

  /**
   * Checks the form.
   *
   * @throws InvalidName with the rule {@code key-name}
   */
  public KeyName {
    if (!allows(value)) {
      throw new InvalidName("key-name", ALLOWED);
    }
  }

  /**
   * The name of this form.
   *
   * @throws InvalidName with the rule {@code key-name}, when the text has another form
   */
  public static KeyName of(String text) {
    return new KeyName(text);
  }

  static boolean allows(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
