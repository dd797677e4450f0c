package io.countersign.merge;

/**
 * What nobody in the protocol can see of one document.
 *
 * @param owner whose value stands under the key that the change is about
 * @param applied how often the change took effect
 * @param undone whether it was taken back by us
 * @param claimed whether others have taken the secret back from its deletion
 */
record Ghost(Owner owner, int applied, boolean undone, boolean claimed) {
  static final Ghost NOTHING = new Ghost(Owner.BASE, 0, false, false);

  /** Whose value it is. */
  enum Owner {
    BASE,
    US,
    OTHERS,
    /** Ours, which others brought back: it may stay or go. */
    EITHER
  }

  /** Ours is there now, or what was there before. */
  Ghost ours(boolean applies) {
    return applies
        ? new Ghost(Owner.US, applied + 1, false, claimed)
        : new Ghost(Owner.BASE, applied, true, claimed);
  }

  /** Somebody else has written this value, the empty text for none. */
  Ghost others(Stage stage, int document, String value) {
    Owner now = value.equals(stage.bases().get(document)) ? Owner.BASE : Owner.OTHERS;
    return new Ghost(now, applied, undone && !value.equals(stage.ours(document)), claimed);
  }

  /** Somebody else has brought an old version of ours back. */
  Ghost broughtBack() {
    return new Ghost(Owner.EITHER, applied, false, claimed);
  }

  /** Somebody else has taken the secret back from its deletion, with this value, if any. */
  Ghost takenBack(String value) {
    return new Ghost(value.isEmpty() ? owner : Owner.OTHERS, applied, undone, true);
  }
}
