package io.countersign.aws.bus;

import io.countersign.delivery.Rounds.Round;
import io.countersign.wire.RoundJson;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Tells the notify function that a round of reminders is due. */
public final class ReminderQueue implements Consumer<Round> {
  private final SqsQueue queue;

  public ReminderQueue(SqsClient client, String url) {
    queue = new SqsQueue(client, url);
  }

  @Override
  public void accept(Round round) {
    queue.send(RoundJson.message(round));
  }
}
