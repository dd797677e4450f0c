package io.countersign.aws.bus;

import io.countersign.delivery.Rounds.Round;
import io.countersign.wire.RoundJson;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Tells the notify function that a round of reminders is due. */
public final class ReminderQueue implements Consumer<Round> {
  private final SqsClient client;
  private final String url;

  public ReminderQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  @Override
  public void accept(Round round) {
    String body = RoundJson.message(round).text();
    try {
      client.sendMessage(send -> send.queueUrl(url).messageBody(body));
    } catch (SdkException e) {
      throw new BusUnavailable("SQS SendMessage", e);
    }
  }
}
