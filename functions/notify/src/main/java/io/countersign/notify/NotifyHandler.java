package io.countersign.notify;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.edge.http.Events;
import io.countersign.edge.log.Log;
import io.countersign.edge.queue.Messages;
import io.countersign.edge.start.Streams;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** Lambda's way into notify. */
public final class NotifyHandler implements RequestStreamHandler {
  /** What is done with messages. */
  interface Work {
    /** A call of the function begins, which has so much time. */
    void begin(Duration left);

    /** What is done with each message of a batch; each with all of them before the next. */
    List<Messages.Task> tasks();

    /** Tells nobody any more of what a message was about: it does not come again. */
    void giveUp(Json.Obj body);
  }

  private final Work work;
  private final BackOff backOff;

  /** As Lambda makes it. */
  public NotifyHandler() {
    this(Wiring.inbox(), Wiring.backOff());
  }

  NotifyHandler(Work work, BackOff backOff) {
    this.work = work;
    this.backOff = backOff;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    work.begin(Duration.ofMillis(context.getRemainingTimeInMillis()));
    Streams.answer(event, answer, batch -> Messages.each(batch, work.tasks(), this::failed));
  }

  private void failed(Json.Obj message, RuntimeException why) {
    if (BackOff.wasLast(message)) {
      giveUp(message);
    }
    backOff.message(message, why);
  }

  /** What cannot be written down even now lies in the dead-letter queue, and raises its alarm. */
  private void giveUp(Json.Obj message) {
    try {
      work.giveUp(JsonText.object(Events.text(message, "body")));
    } catch (RuntimeException e) {
      Log.fault("give-up", e);
    }
  }
}
