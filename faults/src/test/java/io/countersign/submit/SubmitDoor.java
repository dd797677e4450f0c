package io.countersign.submit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.store.Neighbours;
import io.countersign.store.Store;
import io.countersign.vault.Proposals;
import io.countersign.vault.Vault;
import java.util.function.UnaryOperator;

/** The handler on ports that are given. */
public final class SubmitDoor {
  private SubmitDoor() {}

  public static RequestStreamHandler handler(
      Store store,
      Neighbours neighbours,
      Vault vault,
      Proposals proposals,
      UnaryOperator<String> bodyHash) {
    return new SubmitHandler(Wiring.router(store, neighbours, vault, proposals, bodyHash));
  }
}
