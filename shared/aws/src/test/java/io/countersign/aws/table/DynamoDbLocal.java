package io.countersign.aws.table;

import io.countersign.dynamodb.LocalTables;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB Local in a process of its own, started for the first class that asks for it and stopped
 * after the last test; each {@link #table} is a new one, made as the template makes it.
 */
final class DynamoDbLocal implements BeforeAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(DynamoDbLocal.class);
  private static final AtomicInteger TABLES = new AtomicInteger();

  private @Nullable Running running;

  @Override
  public void beforeAll(ExtensionContext context) {
    running =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
  }

  /** An empty table with the template's keys and indexes. */
  Table table() {
    DynamoDbClient client = Objects.requireNonNull(running).client();
    String name = "countersign-" + TABLES.incrementAndGet();
    client.createTable(TableInTemplate.read().named(name));
    return new Table(client, name);
  }

  /** The process and a client of it. */
  record Running(LocalTables process, DynamoDbClient client) implements AutoCloseable {
    static Running start() {
      LocalTables process = LocalTables.start();
      return new Running(process, client(process.endpoint()));
    }

    private static DynamoDbClient client(URI endpoint) {
      return DynamoDbClient.builder()
          .endpointOverride(endpoint)
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(Apache5HttpClient.builder())
          .build();
    }

    @Override
    public void close() {
      client.close();
      process.close();
    }
  }
}
