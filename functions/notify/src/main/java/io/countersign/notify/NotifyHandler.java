package io.countersign.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.queue.Messages;
import io.countersign.edge.start.Streams;
import java.io.InputStream;
import java.io.OutputStream;

/** Lambda's way into notify. */
public final class NotifyHandler implements RequestStreamHandler {
  private final Messages.Task inbox;
  private final BackOff backOff;

  /** As Lambda makes it. */
  public NotifyHandler() {
    this(Wiring.inbox(), Wiring.backOff());
  }

  NotifyHandler(Messages.Task inbox, BackOff backOff) {
    this.inbox = inbox;
    this.backOff = backOff;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Streams.answer(event, answer, batch -> Messages.each(batch, inbox, backOff::message));
  }
}
