package io.countersign.notify;

import io.countersign.edge.queue.Messages;
import io.countersign.json.Json;
import java.time.Duration;
import java.util.List;

/** What notify does with its messages. */
interface Work {
  /** A call of the function begins, which has so much time. */
  void begin(Duration left);

  /** What is done with each message of a batch; each with all of them before the next. */
  List<Messages.Task> tasks();

  /** Tells nobody any more of what a message was about: it does not come again. */
  void giveUp(Json.Obj body);
}
