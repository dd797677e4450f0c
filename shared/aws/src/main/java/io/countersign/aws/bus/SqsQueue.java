package io.countersign.aws.bus;

import io.countersign.json.Json;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A queue that messages are put into. */
record SqsQueue(SqsClient client, String url) {
  /**
   * Puts a message into it.
   *
   * @throws BusUnavailable when it may not be in it
   */
  void send(Json.Obj body) {
    send(body, Duration.ZERO);
  }

  /** The same, to be handed out later: whole seconds, so that none is handed out too early. */
  void send(Json.Obj body, Duration wait) {
    int seconds = (int) wait.plusMillis(999).toSeconds();
    try {
      client.sendMessage(send -> send.queueUrl(url).messageBody(body.text()).delaySeconds(seconds));
    } catch (SdkException e) {
      throw new BusUnavailable("SQS SendMessage", e);
    }
  }
}
