package io.countersign.request;

/** Where a request stands (design §2). */
public enum Status {
  OPEN,
  MERGING,
  MERGED,
  BYPASSED,
  REJECTED,
  WITHDRAWN,
  EXPIRED,
  FAILED;

  /** Whether nothing can change the request any more. */
  public boolean ended() {
    return this != OPEN && this != MERGING && this != FAILED;
  }
}
