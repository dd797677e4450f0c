package io.countersign.edge.queue;

import io.countersign.edge.http.Events;
import io.countersign.edge.log.Log;
import io.countersign.json.Json;
import io.countersign.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

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
    return each(event, List.of(task), (_, _) -> {});
  }

  /**
   * The same with several tasks, each of which is run for all messages before the next, and each
   * whatever came of the one before; with something to do for each message that is to come again,
   * which is for what failed of it first.
   */
  public static Json each(Json event, List<Task> tasks, Failed again) {
    List<Json.Obj> messages =
        Events.items((Json.Obj) event, "Records").stream().map(Json.Obj.class::cast).toList();
    SequencedMap<String, RuntimeException> failed = new LinkedHashMap<>();
    for (Task task : tasks) {
      for (Json.Obj message : messages) {
        try {
          task.take(JsonText.object(Events.text(message, "body")));
        } catch (RuntimeException e) {
          Log.fault("message", e);
          failed.putIfAbsent(id(message), e);
        }
      }
    }
    for (Json.Obj message : messages) {
      RuntimeException why = failed.get(id(message));
      if (why != null) {
        again.message(message, why);
      }
    }
    return Json.object()
        .put(
            "batchItemFailures",
            Json.array(failed.keySet(), id -> Json.object().put("itemIdentifier", id).build()))
        .build();
  }

  private static String id(Json.Obj message) {
    return Events.text(message, "messageId");
  }
}
