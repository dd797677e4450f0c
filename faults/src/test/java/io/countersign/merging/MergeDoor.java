package io.countersign.merging;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.merge.Abreast;
import io.countersign.project.Prefixes;
import io.countersign.store.Store;
import io.countersign.vault.Proposals;
import io.countersign.vault.Vault;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The handler on ports that are given. */
public final class MergeDoor {
  private MergeDoor() {}

  public static RequestStreamHandler handler(
      Store store,
      Supplier<Prefixes> prefixes,
      Vault vault,
      Proposals proposals,
      Abreast abreast,
      InstantSource clock) {
    return new MergeHandler(Wiring.function(store, prefixes, vault, proposals, abreast, clock));
  }
}
