package io.countersign.aws.bus;

import io.countersign.channel.Trial;
import io.countersign.project.ProjectId;
import io.countersign.wire.ConditionJson;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Has the notify function send a channel's test message. */
public final class NotifyQueue implements BiConsumer<ProjectId, Trial> {
  private final SqsQueue queue;

  public NotifyQueue(SqsClient client, String url) {
    queue = new SqsQueue(client, url);
  }

  @Override
  public void accept(ProjectId project, Trial trial) {
    queue.send(ConditionJson.message(project, trial));
  }
}
