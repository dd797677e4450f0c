package io.countersign.notify;

import io.countersign.edge.queue.Messages;
import io.countersign.json.Json;

/** What notify does with its messages. */
interface Work extends Messages.Task {
  /** Tells nobody any more of what a message was about: it does not come again. */
  void giveUp(Json.Obj body);
}
