package io.countersign.dynamodb;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** DynamoDB Local in a process of its own; it ends when it is closed, or when this one dies. */
public final class LocalTables implements AutoCloseable {
  private final Process process;
  private final URI endpoint;

  private LocalTables(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** Starts it and waits until it listens. */
  public static LocalTables start() {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-Xmx256m",
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  classPath(),
                  // By name: its class needs what is only on the process's own class path.
                  "io.countersign.dynamodb.Main")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new LocalTables(process, URI.create("http://127.0.0.1:" + port(process)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() throws IOException {
    try (InputStream text =
        Objects.requireNonNull(
            LocalTables.class.getResourceAsStream("classpath"), "its class path")) {
      Path launcher =
          Path.of(
              URI.create(
                  LocalTables.class
                      .getProtectionDomain()
                      .getCodeSource()
                      .getLocation()
                      .toString()));
      return launcher
          + File.pathSeparator
          + new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static int port(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("PORT ")) {
        return Integer.parseInt(line.substring("PORT ".length()));
      }
    }
    throw new IllegalStateException("DynamoDB Local did not start");
  }

  /** Where it is reached, with any credentials. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
