package io.countersign.sync;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.countersign.destination.Check;
import io.countersign.destination.Lane;
import io.countersign.edge.queue.Messages;
import io.countersign.edge.start.Streams;
import io.countersign.json.Json;
import io.countersign.wire.CheckJson;
import io.countersign.wire.StandingJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Lambda's way into sync. */
public final class SyncHandler implements RequestStreamHandler {
  private final Work work;

  /** As Lambda makes it. */
  public SyncHandler() {
    this(Wiring.work());
  }

  SyncHandler(Work work) {
    this.work = work;
  }

  /** What messages set going. */
  record Work(Intake intake, Drain drain, Checking checking) {}

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    Duration left = Duration.ofMillis(context.getRemainingTimeInMillis());
    Streams.answer(event, answer, batch -> Messages.each(batch, message -> take(message, left)));
  }

  private void take(Json.Obj message, Duration left) {
    Lane lane = StandingJson.lane(message);
    Check check = CheckJson.asked(message);
    StandingJson.Everything everything = StandingJson.everything(message);
    if (lane != null) {
      work.drain().work(lane, left);
    } else if (check != null) {
      work.checking().check(check);
    } else if (everything != null) {
      work.intake().everything(everything.lane(), everything.path());
    } else {
      work.intake().take(message);
    }
  }
}
