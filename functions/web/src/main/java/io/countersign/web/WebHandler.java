package io.countersign.web;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.http.Router;
import io.countersign.edge.start.Streams;
import java.io.InputStream;
import java.io.OutputStream;

/** The dashboard's files, over HTTP. */
public final class WebHandler implements RequestStreamHandler {
  private final Router router;

  public WebHandler() {
    this(Wiring.fromEnvironment());
  }

  WebHandler(Router router) {
    this.router = router;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Streams.answer(in, out, router::answer);
  }
}
