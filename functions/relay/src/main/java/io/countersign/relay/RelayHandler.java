package io.countersign.relay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.start.Streams;
import java.io.InputStream;
import java.io.OutputStream;

/** Lambda's way into relay. */
public final class RelayHandler implements RequestStreamHandler {
  private final Relay relay;

  /** As Lambda makes it. */
  public RelayHandler() {
    this(Wiring.relay());
  }

  RelayHandler(Relay relay) {
    this.relay = relay;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Streams.answer(event, answer, relay::take);
  }
}
