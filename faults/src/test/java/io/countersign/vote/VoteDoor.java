package io.countersign.vote;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.link.Ballots;
import io.countersign.store.Store;

/** The handler on ports that are given. */
public final class VoteDoor {
  private VoteDoor() {}

  public static RequestStreamHandler handler(Store store, Ballots ballots) {
    return new VoteHandler(Wiring.router(store, ballots));
  }
}
