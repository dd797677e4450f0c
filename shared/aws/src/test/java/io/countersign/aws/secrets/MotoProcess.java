package io.countersign.aws.secrets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A running {@code moto_server} on a port that it chose itself. */
record MotoProcess(Process process, URI address) implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");
  private static final long SECONDS_TO_START = 60;

  static MotoProcess start() {
    try {
      Process process =
          new ProcessBuilder(program().toString(), "-H", "127.0.0.1", "-p", "0")
              .redirectErrorStream(true)
              .start();
      // Also when the tests are interrupted.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      CompletableFuture<URI> address = new CompletableFuture<>();
      Thread.startVirtualThread(() -> read(process, address));
      return new MotoProcess(process, address.orTimeout(SECONDS_TO_START, TimeUnit.SECONDS).join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all that it prints, so that it never waits for a reader. */
  private static void read(Process process, CompletableFuture<URI> address) {
    String last = "nothing";
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher ready = READY.matcher(line);
        if (ready.find()) {
          address.complete(URI.create(ready.group(1)));
        }
        last = line;
      }
      address.completeExceptionally(
          new IllegalStateException("moto_server ended; its last words: " + last));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  /** Where {@code COUNTERSIGN_MOTO} says, or where {@code ./dev test} puts it. */
  private static Path program() {
    String told = System.getenv("COUNTERSIGN_MOTO");
    if (told != null) {
      return Path.of(told);
    }
    Path tool = Path.of(".tools", "moto", "bin", "moto_server");
    for (Path place = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        place != null;
        place = place.getParent()) {
      if (Files.isExecutable(place.resolve(tool))) {
        return place.resolve(tool);
      }
    }
    throw new IllegalStateException(
        "These tests need moto, which ./dev test sets up in .tools (or name its moto_server in the"
            + " environment variable COUNTERSIGN_MOTO).");
  }

  @Override
  public void close() {
    process.destroy();
  }
}
