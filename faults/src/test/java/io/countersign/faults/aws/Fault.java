package io.countersign.faults.aws;

/** What goes wrong at a call to AWS, or to a chat. */
public enum Fault {
  /** AWS refuses it for its rate, and the SDK has given up trying again. */
  THROTTLED("throttled"),
  /** The role lacks the permission. */
  DENIED("denied"),
  /** It never reached AWS. */
  LOST("timed out before"),
  /** AWS carried it out, and its answer was lost. */
  UNANSWERED("timed out after"),
  /** Somebody else comes in between. */
  CONFLICT("conflict"),
  /** AWS carried it out, and the process ended before it learnt so. */
  KILLED("killed"),
  /** The chat answers that it is out of order. */
  FAILING("out of order"),
  /** The chat carried it out, and its answer is longer than is read. */
  OVERLONG("answer too long");

  private final String title;

  Fault(String title) {
    this.title = title;
  }

  /** As the head of a column. */
  public String title() {
    return title;
  }
}
