package io.countersign.merge;

/** The guards of the protocol; an exploration can leave one out, to show what it is for. */
enum Guard {
  /** Writes of the plan are conditional on the fencing number. */
  FENCE,
  /** Nobody takes over from a holder that may be alive. */
  LEASE,
  /** What changed since the proposal is a conflict. */
  BASE_CHECK,
  /** {@code AWSCURRENT} moves only from the version that was read. */
  COMPARE_AND_SWAP,
  /** A move is recorded before it is made. */
  INTENT,
  /** Turning back is recorded before anything is undone. */
  RETREAT,
  /** A creation is recorded before it is made. */
  CREATION,
  /** Only what labels prove to be ours is undone. */
  PROOF,
  /** Another base gives another token. */
  TOKEN,
  /** Who takes a failed merge up again keeps in mind what may be live. */
  FORMER_MOVE,
  /** What a failed merge has left to others is theirs from then on. */
  PARTING
}
