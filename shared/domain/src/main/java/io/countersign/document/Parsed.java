package io.countersign.document;

import java.util.Locale;

/** What reading a secret's content comes to. */
public sealed interface Parsed {
  /** The content is a document. */
  @SuppressWarnings("AvoidCommonTypeNames") // Always beside Unreadable, never beside java.lang's.
  record Readable(Document document) implements Parsed {}

  /**
   * The content is refused and left untouched (design §1, document).
   *
   * @param reason why
   * @param message why, in words that name the key but never a value
   */
  record Unreadable(Reason reason, String message) implements Parsed {}

  /** Why content is no document. */
  enum Reason {
    /** A value is an object or an array. */
    NESTED_VALUE,
    /** Two members have the same name, once escapes are decoded. */
    DUPLICATE_NAME,
    /** A surrogate stands without its other half, as it is or as an escape. */
    ILL_FORMED_UNICODE;

    /** The stable code, for example {@code nested-value}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
