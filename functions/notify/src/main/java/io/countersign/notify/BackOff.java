package io.countersign.notify;

import io.countersign.edge.http.Events;
import io.countersign.edge.log.Log;
import io.countersign.fault.Unavailable;
import io.countersign.json.Json;
import io.countersign.notify.chat.Chats;
import io.countersign.notify.chat.Shift;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Makes a message that is to come again wait twice as long each time, with jitter, so that what
 * throttles gets its rest. Where that cannot be said, the queue's own visibility timeout holds.
 */
record BackOff(Waiting waiting, RandomGenerator random) {
  private static final Duration USUAL = Duration.ofSeconds(20);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_DOUBLINGS = 10;

  /** After so many the queue puts a message aside. */
  private static final int MOST_TRIES = 12;

  /** The queues that messages come from. */
  interface Waiting {
    /**
     * Lets a message come again no sooner than after that time.
     *
     * @param queue the ARN of its queue
     * @param receipt the queue's own name for its being handed out
     */
    void until(String queue, String receipt, Duration time);
  }

  /** Whether the message does not come again. */
  static boolean wasLast(Json.Obj message) {
    return received(message) >= MOST_TRIES;
  }

  void message(Json.Obj message, RuntimeException why) {
    try {
      waiting.until(
          Events.text(message, "eventSourceARN"),
          Events.text(message, "receiptHandle"),
          time(received(message), why));
    } catch (Unavailable e) {
      Log.fault("back-off", e);
    }
  }

  /** What a request's merge or another instance has in hand is over soon; a service may not be. */
  private Duration time(int received, RuntimeException why) {
    Duration first =
        switch (why) {
          case Unheard.NotNow _, Shift.Over _ -> Duration.ofSeconds(5);
          case Post.Unfinished _ -> Duration.ofSeconds(60);
          // Or a chat that asks for a second at a time would be given up within minutes.
          case Chats.Unfinished each when each.after().compareTo(USUAL) > 0 -> each.after();
          default -> USUAL;
        };
    Duration most = first.multipliedBy(1L << Math.min(received - 1, MOST_DOUBLINGS));
    Duration longest = most.compareTo(LONGEST) > 0 ? LONGEST : most;
    return longest.plusSeconds(random.nextLong(longest.toSeconds() / 4 + 1));
  }

  /** How often it was handed out, from 1. */
  private static int received(Json.Obj message) {
    String count = Events.text(Events.object(message, "attributes"), "ApproximateReceiveCount");
    return count.isEmpty() ? 1 : Math.max(1, Integer.parseInt(count));
  }
}
