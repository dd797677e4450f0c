package io.countersign.sync;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.destination.Parameters;
import io.countersign.destination.Syncs;
import io.countersign.destination.Written;
import io.countersign.name.SecretPrefix;
import io.countersign.store.Store;
import io.countersign.vault.Vault;
import java.time.InstantSource;
import java.util.List;

/** The handler on ports that are given. */
public final class SyncDoor {
  private SyncDoor() {}

  public static RequestStreamHandler handler(
      Store store, Vault vault, Parameters parameters, Written written, Syncs syncs) {
    Scope scope = new Scope(List.of(new SecretPrefix("prod/")), List.of("/app/"));
    return new SyncHandler(
        Wiring.pushes(
            store, vault::read, parameters, written, syncs, scope, InstantSource.system()));
  }
}
