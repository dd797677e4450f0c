package io.countersign.bypass;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.store.Store;

/** The handler on ports that are given. */
public final class BypassDoor {
  private BypassDoor() {}

  public static RequestStreamHandler handler(Store store) {
    return new BypassHandler(Wiring.router(store));
  }
}
