package io.countersign.merge;

import io.countersign.revision.Remains;
import io.countersign.revision.Remains.State;
import java.util.Objects;

/** What is true of a document that could not be put back, or was (rule 9). */
enum Truth {
  /** Labels prove that ours is there; it cannot be written just now. */
  HELD(State.HELD, "holds the change"),
  BUSY(State.HELD, "holds the change, and others write to it again and again"),
  TOO_LARGE(State.HELD, "holds the change, and would be too long for AWS with what it held before"),
  DOUBT(
      State.IN_DOUBT,
      "was written by others more than once since, so that what is there cannot be told from this"
          + " change; nothing was touched"),
  OTHERWISE(
      State.IN_DOUBT,
      "was plain text, and others have put a JSON object in its place; nothing was touched"),
  UNREADABLE(State.IN_DOUBT, "is no flat JSON object or text any more; nothing was touched"),
  FORGOTTEN(
      State.IN_DOUBT, "cannot be compared with what it held before: AWS has dropped that version"),
  DELETED(State.IN_DOUBT, "waits for its deletion; restored, it may hold the change"),
  REFUSED(State.HELD, "holds the change, and AWS refuses to have it put back"),
  DENIED(State.IN_DOUBT, "could not be put back: AWS refuses");

  private final State state;
  private final String words;

  Truth(State state, String words) {
    this.state = state;
    this.words = words;
  }

  /**
   * The truth about one document.
   *
   * @param more a sentence with a space before it, or nothing
   */
  Remains about(DocumentPlan document, String more) {
    String version = Objects.requireNonNull(document.move(), "something moved").ours();
    return new Remains(
        document.document(), state, version, document.document() + " " + words + "." + more);
  }

  /** The truth about a document that holds nothing of the change. */
  static Remains free(DocumentPlan document) {
    String version = document.progress() instanceof Progress.Undone(String seen) ? seen : null;
    return new Remains(
        document.document(),
        State.NOT_HELD,
        version,
        document.document() + " does not hold the change.");
  }
}
