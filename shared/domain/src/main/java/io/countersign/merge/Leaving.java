package io.countersign.merge;

import io.countersign.vault.Seen;

/**
 * How a secret goes that is as we left it, at this version. What somebody writes before AWS has
 * marked it is not to go with it: then it comes back.
 */
record Leaving(DocumentPlan document, Observed observed, String version) {
  Need next() {
    if (observed.denied() != null) {
      return new Need.Settled();
    }
    return switch (observed.seen()) {
      case null -> new Need.Called(new Action.Look(document, Action.Why.UNDO));
      case Seen.Missing _ -> new Need.Parted();
      case Seen.Present present ->
          present.current().equals(version)
              ? new Need.Called(new Action.Discard(document, present.arn()))
              : new Need.Parted();
      case Seen.Deleted(String arn, String current) ->
          version.equals(current)
              ? new Need.Parted()
              : new Need.Called(new Action.Restore(document, arn));
    };
  }
}
