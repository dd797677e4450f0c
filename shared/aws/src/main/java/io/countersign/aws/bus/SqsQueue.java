package io.countersign.aws.bus;

import io.countersign.json.Json;
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
    try {
      client.sendMessage(send -> send.queueUrl(url).messageBody(body.text()));
    } catch (SdkException e) {
      throw new BusUnavailable("SQS SendMessage", e);
    }
  }
}
