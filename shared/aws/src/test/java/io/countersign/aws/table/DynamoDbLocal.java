package io.countersign.aws.table;

import io.countersign.dynamodb.Main;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

  /** The process; it ends when its input does, so also when this one dies. */
  record Running(Process process, DynamoDbClient client) implements AutoCloseable {
    static Running start() {
      try {
        Process process =
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx256m",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    classPath(),
                    Main.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Running(process, client(port(process)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String classPath() throws IOException {
      try (InputStream text =
          Objects.requireNonNull(Main.class.getResourceAsStream("classpath"), "its class path")) {
        Path launcher =
            Path.of(
                URI.create(
                    Main.class.getProtectionDomain().getCodeSource().getLocation().toString()));
        return launcher
            + File.pathSeparator
            + new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
      }
    }

    private static int port(Process process) throws IOException {
      BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("PORT ")) {
          return Integer.parseInt(line.substring("PORT ".length()));
        }
      }
      throw new IllegalStateException("DynamoDB Local did not start");
    }

    private static DynamoDbClient client(int port) {
      return DynamoDbClient.builder()
          .endpointOverride(URI.create("http://127.0.0.1:" + port))
          .region(Region.EU_CENTRAL_1)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .httpClientBuilder(Apache5HttpClient.builder())
          .build();
    }

    @Override
    public void close() {
      client.close();
      process.destroy();
    }
  }
}
