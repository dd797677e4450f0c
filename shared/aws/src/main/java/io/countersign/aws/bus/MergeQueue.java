package io.countersign.aws.bus;

import io.countersign.json.Json;
import io.countersign.revision.RequestId;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Wakes the merge function for a request. */
public final class MergeQueue implements Consumer<RequestId> {
  private final SqsClient client;
  private final String url;

  public MergeQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  @Override
  public void accept(RequestId request) {
    String body = Json.object().put("request", request.toString()).build().text();
    try {
      client.sendMessage(send -> send.queueUrl(url).messageBody(body));
    } catch (SdkException e) {
      throw new BusUnavailable("SQS SendMessage", e);
    }
  }
}
