package io.countersign.faults.aws;

/** The process ends here: nothing of it runs any more. */
public final class Killed extends Error {
  private static final long serialVersionUID = 1;

  Killed() {
    super("killed");
  }
}
