package io.countersign.query;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.http.Router;
import io.countersign.edge.start.Streams;
import java.io.InputStream;
import java.io.OutputStream;

/** Lambda's way into query. */
public final class QueryHandler implements RequestStreamHandler {
  private final Router router;

  /** As Lambda makes it. */
  public QueryHandler() {
    this(Wiring.router());
  }

  QueryHandler(Router router) {
    this.router = router;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Streams.answer(event, answer, router::answer);
  }
}
