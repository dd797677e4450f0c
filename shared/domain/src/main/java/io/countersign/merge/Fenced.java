package io.countersign.merge;

/** Somebody else holds the lease, or the merge is over: this worker must stop at once. */
public final class Fenced extends RuntimeException {
  private static final long serialVersionUID = 1;

  public Fenced() {
    super("the lease is not ours any more");
  }
}
