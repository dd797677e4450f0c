package io.countersign.aws.table;

import io.countersign.dynamodb.LocalTables;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
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
    DynamoDbClient client = Objects.requireNonNull(running).client(List.of());
    String name = "countersign-" + TABLES.incrementAndGet();
    client.createTable(TableInTemplate.read().named(name));
    return new Table(client, name);
  }

  /** The same table, to write what the roles of all these functions let them write. */
  Table as(Table table, String... functions) {
    return new Table(Objects.requireNonNull(running).client(List.of(functions)), table.name());
  }

  /** The process, and its clients by whom they write for. */
  record Running(LocalTables process, Map<List<String>, DynamoDbClient> clients)
      implements AutoCloseable {
    static Running start() {
      return new Running(LocalTables.start(), new ConcurrentHashMap<>());
    }

    DynamoDbClient client(List<String> functions) {
      return clients.computeIfAbsent(functions, _ -> client(process.endpoint(), functions));
    }

    private static DynamoDbClient client(URI endpoint, List<String> functions) {
      return DynamoDbClient.builder()
          .overrideConfiguration(
              override ->
                  functions.stream().map(Grants::of).forEach(override::addExecutionInterceptor))
          .endpointOverride(endpoint)
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(Apache5HttpClient.builder())
          .build();
    }

    @Override
    public void close() {
      clients.values().forEach(DynamoDbClient::close);
      process.close();
    }
  }
}
