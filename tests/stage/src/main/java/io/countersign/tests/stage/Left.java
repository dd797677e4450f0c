package io.countersign.tests.stage;

import io.countersign.local.LocalStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Everything that a deployment leaves behind besides the values of secrets and parameters. */
final class Left {
  private Left() {}

  /** What the functions wrote to their logs. */
  static SortedMap<Path, String> logs() throws IOException {
    SortedMap<Path, String> logs = new TreeMap<>();
    try (Stream<Path> files = Files.list(World.stack().logs())) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(LocalStack.STACK + "-")) {
          logs.put(file, Files.readString(file, StandardCharsets.UTF_8));
        }
      }
    }
    return logs;
  }

  /** Every item of the table. */
  static List<String> items() {
    try (DynamoDbClient table = World.stack().client(DynamoDbClient.builder())) {
      return table.scanPaginator(scan -> scan.tableName(LocalStack.STACK)).items().stream()
          .map(Object::toString)
          .toList();
    }
  }

  /** What waits in a queue or has failed; it stays there. */
  static List<String> messages() {
    try (SqsClient queues = World.stack().client(SqsClient.builder())) {
      return queues.listQueuesPaginator().queueUrls().stream()
          .flatMap(url -> messages(queues, url))
          .toList();
    }
  }

  private static Stream<String> messages(SqsClient queues, String url) {
    String waiting =
        queues
            .getQueueAttributes(
                get ->
                    get.queueUrl(url)
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes()
            .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
    return Stream.iterate(0, n -> n < Integer.parseInt(waiting + ""), n -> n + 10)
        .flatMap(
            _ ->
                queues
                    .receiveMessage(
                        get -> get.queueUrl(url).maxNumberOfMessages(10).visibilityTimeout(2))
                    .messages()
                    .stream())
        .map(Object::toString);
  }

  /** What stands beside the values of secrets and parameters: names, descriptions, tags, labels. */
  static List<String> names() {
    try (SecretsManagerClient secrets = World.stack().client(SecretsManagerClient.builder());
        SsmClient parameters = World.stack().client(SsmClient.builder())) {
      return Stream.concat(
              secrets.listSecretsPaginator().stream().flatMap(page -> page.secretList().stream()),
              parameters.describeParametersPaginator(all -> {}).stream()
                  .flatMap(page -> page.parameters().stream()))
          .map(Object::toString)
          .toList();
    }
  }
}
