package io.countersign.aws.bus;

import io.countersign.destination.Check;
import io.countersign.destination.Lane;
import io.countersign.json.Json;
import io.countersign.name.DocumentPath;
import io.countersign.wire.CheckJson;
import io.countersign.wire.StandingJson;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Has the sync function look at a lane, now or later, or check a destination. */
public final class SyncQueue implements BiConsumer<Lane, Duration> {
  private final SqsQueue queue;

  public SyncQueue(SqsClient client, String url) {
    queue = new SqsQueue(client, url);
  }

  /**
   * Has a lane looked at.
   *
   * @param wait up to a quarter of an hour
   */
  @Override
  public void accept(Lane lane, Duration wait) {
    queue.send(StandingJson.message(lane), wait);
  }

  /**
   * Has everything brought to a destination.
   *
   * @param path of the one document that is, or null
   */
  public void everything(Lane lane, @Nullable DocumentPath path) {
    queue.send(StandingJson.everything(lane, path));
  }

  /**
   * Has webhooks told of an event that they asked for.
   *
   * @param envelope as it came from the bus
   */
  public void pass(Json.Obj envelope) {
    queue.send(envelope);
  }

  /** Has a destination checked. */
  public void check(Check check) {
    queue.send(CheckJson.message(check));
  }
}
