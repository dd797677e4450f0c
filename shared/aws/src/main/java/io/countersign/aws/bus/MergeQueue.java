package io.countersign.aws.bus;

import io.countersign.json.Json;
import io.countersign.revision.RequestId;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Wakes the merge function for a request. */
public final class MergeQueue implements Consumer<RequestId> {
  private final SqsQueue queue;

  public MergeQueue(SqsClient client, String url) {
    queue = new SqsQueue(client, url);
  }

  @Override
  public void accept(RequestId request) {
    queue.send(Json.object().put("request", request.toString()).build());
  }
}
