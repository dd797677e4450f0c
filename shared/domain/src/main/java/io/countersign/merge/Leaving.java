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
      case Seen.Present present when present.current().equals(version) ->
          new Need.Called(new Action.Discard(document, present.arn()));
      case Seen.Deleted(String arn, String current) when !version.equals(current) ->
          new Need.Called(new Action.Restore(document, arn));
      case Seen.Present _, Seen.Missing _, Seen.Deleted _ -> new Need.Parted();
    };
  }
}
