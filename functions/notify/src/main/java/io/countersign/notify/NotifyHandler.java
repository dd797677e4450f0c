package io.countersign.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.queue.Messages;
import io.countersign.edge.start.Streams;
import java.io.InputStream;
import java.io.OutputStream;

/** Lambda's way into notify. */
public final class NotifyHandler implements RequestStreamHandler {
  private final Notices notices;

  /** As Lambda makes it. */
  public NotifyHandler() {
    this(Wiring.notices());
  }

  NotifyHandler(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Streams.answer(event, answer, batch -> Messages.each(batch, notices::take));
  }
}
