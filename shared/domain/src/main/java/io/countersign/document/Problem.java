package io.countersign.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands against an edit.
 *
 * @param key the key that the edit names; null where the document as a whole is meant
 * @param rule the rule that is broken
 * @param message what is wrong and what is allowed; names the key but never a value
 */
public record Problem(@Nullable String key, Rule rule, String message) {

  /** The rules of an edit (design §1, change set and Names). */
  public enum Rule {
    /** A new key has a form that is not allowed. */
    KEY_NAME,
    /** The key to be deleted or renamed is not there. */
    NO_SUCH_KEY,
    /** The key is set, copied or renamed to more than once. */
    TARGET_TWICE,
    /** The key is deleted or renamed more than once. */
    SOURCE_TWICE,
    /** The key gets a value and is deleted at once. */
    SET_AND_DELETED,
    /** The new name belongs to a member that stays. */
    TARGET_EXISTS,
    /** The new name is the old one. */
    SAME_NAME,
    /** The value is no well-formed Unicode. */
    ILL_FORMED_UNICODE,
    /** A plain-text document has one key, and that can only be set. */
    PLAIN_TEXT,
    /** Plain text would become a JSON object, whose keys are others. */
    PLAIN_TEXT_OBJECT,
    /** The resulting document is over {@link Document#MAX_BYTES}. */
    TOO_LARGE;

    /** The stable code, for example {@code no-such-key}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A problem with one key, whose name goes before the words. */
  static Problem of(String key, Rule rule, String words) {
    return new Problem(key, rule, Shown.name(key) + " " + words);
  }

  /** A document that AWS would not store. */
  static Problem tooLarge() {
    return new Problem(
        null,
        Rule.TOO_LARGE,
        "the document would have more than "
            + Document.MAX_BYTES
            + " bytes of UTF-8, which is all that AWS stores");
  }
}
