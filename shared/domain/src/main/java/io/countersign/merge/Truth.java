package io.countersign.merge;

import io.countersign.explain.Reason;
import java.util.Objects;

/** What is true of a document that could not be put back, or was (rule 9). */
enum Truth {
  /** Labels prove that ours is there; it cannot be written just now. */
  HELD("held", "holds the change"),
  BUSY("held", "holds the change, and others write to it again and again"),
  TOO_LARGE("held", "holds the change, and would be too long for AWS with what it held before"),
  DOUBT(
      "in-doubt",
      "was written by others more than once since, so that what is there cannot be told from this"
          + " change; nothing was touched"),
  OTHERWISE(
      "in-doubt",
      "was plain text, and others have put a JSON object in its place; nothing was touched"),
  UNREADABLE("in-doubt", "is no flat JSON object or text any more; nothing was touched"),
  FORGOTTEN(
      "in-doubt", "cannot be compared with what it held before: AWS has dropped that version"),
  DELETED("in-doubt", "waits for its deletion; restored, it may hold the change"),
  DENIED("in-doubt", "could not be put back: AWS refuses");

  private final String code;
  private final String words;

  Truth(String code, String words) {
    this.code = code;
    this.words = words;
  }

  /**
   * The truth about one document.
   *
   * @param more a sentence with a space before it, or nothing
   */
  Reason about(DocumentPlan document, String more) {
    String version = Objects.requireNonNull(document.move(), "something moved").ours();
    return Reason.of(
        code,
        document.document()
            + " "
            + words
            + "."
            + more
            + " Of this request: version "
            + version
            + ".");
  }

  /** The truth about a document that holds nothing of the change. */
  static Reason free(DocumentPlan document) {
    String words =
        document.progress() instanceof Progress.Undone(String version) && version != null
            ? " does not hold the change, as of version " + version + "."
            : " does not hold the change.";
    if (document.progress() instanceof Progress.Done) {
      words = " holds what the change asks for, but others wrote it.";
    }
    return Reason.of("not-held", document.document() + words);
  }
}
