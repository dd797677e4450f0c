package io.countersign.edge.queue;

import io.countersign.edge.http.Events;
import io.countersign.edge.log.Log;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/** The messages of an SQS batch; each fails alone. */
public final class Messages {
  /** What one message does. */
  public interface Task {
    void take(Json.Obj body);
  }

  /** What is done about a message that is to come again. */
  public interface Failed {
    void message(Json.Obj message, RuntimeException why);
  }

  private Messages() {}

  /** Whether the event is a batch of a queue. */
  public static boolean is(Json event) {
    return event instanceof Json.Obj object && object.get("Records") instanceof Json.Arr;
  }

  /** Runs the task for each message; the answer names those that are to come again. */
  public static Json each(Json event, Task task) {
    return each(event, task, (_, _) -> {});
  }

  /** The same, with something to do for each that is to come again. */
  public static Json each(Json event, Task task, Failed again) {
    List<String> failed = new ArrayList<>();
    for (Json item : Events.items((Json.Obj) event, "Records")) {
      Json.Obj message = (Json.Obj) item;
      try {
        task.take(JsonText.object(Events.text(message, "body")));
      } catch (RuntimeException e) {
        Log.fault("message", e);
        failed.add(Events.text(message, "messageId"));
        again.message(message, e);
      }
    }
    return Json.object()
        .put(
            "batchItemFailures",
            Json.array(failed, id -> Json.object().put("itemIdentifier", id).build()))
        .build();
  }
}
