package io.countersign.local.deploy;

import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue of what SES says of mails, filled as the rule on the default bus would fill it. */
public record ReportQueue(Deployer deployer, String stackName) implements Consumer<String> {
  @Override
  public void accept(String envelope) {
    try (SqsClient sqs = deployer.client(SqsClient.builder())) {
      String url = sqs.getQueueUrl(get -> get.queueName(stackName + "-mail-reports")).queueUrl();
      sqs.sendMessage(send -> send.queueUrl(url).messageBody(envelope));
    }
  }
}
