package io.countersign.sync;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.queue.Messages;
import io.countersign.edge.start.Streams;
import java.io.InputStream;
import java.io.OutputStream;

/** Lambda's way into sync. */
public final class SyncHandler implements RequestStreamHandler {
  private final Pushes pushes;

  /** As Lambda makes it. */
  public SyncHandler() {
    this(Wiring.pushes());
  }

  SyncHandler(Pushes pushes) {
    this.pushes = pushes;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Streams.answer(event, answer, batch -> Messages.each(batch, pushes::take));
  }
}
