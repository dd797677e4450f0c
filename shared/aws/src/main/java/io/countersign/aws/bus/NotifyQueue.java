package io.countersign.aws.bus;

import io.countersign.channel.Trial;
import io.countersign.json.Json;
import io.countersign.project.ProjectId;
import java.util.function.BiConsumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Has the notify function send a channel's test message. */
public final class NotifyQueue implements BiConsumer<ProjectId, Trial> {
  private final SqsClient client;
  private final String url;

  public NotifyQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  @Override
  public void accept(ProjectId project, Trial trial) {
    String body =
        Json.object()
            .put("source", "countersign")
            .put("detail-type", "Channel Test")
            .put(
                "detail",
                Json.object()
                    .put("project", project.value())
                    .put("channel", trial.channel().value())
                    .put("at", trial.at())
                    .build())
            .build()
            .text();
    try {
      client.sendMessage(send -> send.queueUrl(url).messageBody(body));
    } catch (SdkException e) {
      throw new BusUnavailable("SQS SendMessage", e);
    }
  }
}
