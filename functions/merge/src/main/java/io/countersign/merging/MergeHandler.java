package io.countersign.merging;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.start.Streams;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Lambda's way into merge: over HTTP, and by its queue. */
public final class MergeHandler implements RequestStreamHandler {
  private final MergeFunction function;

  /** As Lambda makes it. */
  public MergeHandler() {
    this(Wiring.function());
  }

  MergeHandler(MergeFunction function) {
    this.function = function;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    Streams.answer(event, answer, json -> function.answer(json, left));
  }
}
