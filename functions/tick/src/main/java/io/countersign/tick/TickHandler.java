package io.countersign.tick;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.start.Streams;
import java.io.InputStream;
import java.io.OutputStream;

/** Lambda's way into tick. */
public final class TickHandler implements RequestStreamHandler {
  private final Tick tick;

  /** As Lambda makes it. */
  public TickHandler() {
    this(Wiring.tick());
  }

  TickHandler(Tick tick) {
    this.tick = tick;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Streams.answer(event, answer, schedule -> tick.run());
  }
}
