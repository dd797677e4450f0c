package io.countersign.bypass;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.http.Router;
import io.countersign.edge.start.Streams;
import java.io.InputStream;
import java.io.OutputStream;

/** Lambda's way into bypass. */
public final class BypassHandler implements RequestStreamHandler {
  private final Router router;

  /** As Lambda makes it. */
  public BypassHandler() {
    this(Wiring.router());
  }

  BypassHandler(Router router) {
    this.router = router;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Streams.answer(event, answer, router::answer);
  }
}
