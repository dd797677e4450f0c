package io.countersign.aws.bus;

import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** When messages that were handed out come again. */
public final class Visibility {
  private final SqsClient client;
  private final String url;

  /**
   * Makes one for all queues of an account and region.
   *
   * @param url of one of them
   */
  public Visibility(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * Lets a message come again no sooner than after that time.
   *
   * @param queue the ARN of its queue
   * @throws BusUnavailable when it comes again when the queue says so
   */
  public void until(String queue, String receipt, Duration time) {
    String name = queue.substring(queue.lastIndexOf(':') + 1);
    String its = url.substring(0, url.lastIndexOf('/') + 1) + name;
    try {
      client.changeMessageVisibility(
          change ->
              change
                  .queueUrl(its)
                  .receiptHandle(receipt)
                  .visibilityTimeout((int) time.toSeconds()));
    } catch (SdkException e) {
      throw new BusUnavailable("SQS ChangeMessageVisibility", e);
    }
  }
}
