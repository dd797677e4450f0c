package io.countersign.vote;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.store.Store;

/** The handler on ports that are given. */
public final class VoteDoor {
  private VoteDoor() {}

  public static RequestStreamHandler handler(Store store) {
    return new VoteHandler(Wiring.router(store));
  }
}
