package io.countersign.local.emulator;

import io.countersign.local.process.Ended;
import io.countersign.local.process.PidFile;
import io.countersign.local.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** MiniStack, the AWS emulator, as a process that enforces IAM and keeps its state in a folder. */
public final class MiniStack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final URI endpoint;
  private final PidFile pidFile;

  private MiniStack(Process process, URI endpoint, PidFile pidFile) {
    this.process = process;
    this.endpoint = endpoint;
    this.pidFile = pidFile;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param executable in its own Python environment
   * @param folder for state and log
   * @param functions where each function is invoked, by the function's name
   */
  public static MiniStack start(
      Path executable, Path folder, int port, String region, Map<String, URI> functions)
      throws IOException, InterruptedException {
    PidFile pidFile = pidFile(folder);
    Path log = folder.resolve("logs/ministack.log");
    ProcessBuilder builder = new ProcessBuilder(executable.toString());
    builder.directory(Files.createDirectories(folder.resolve("tmp")).toFile());
    builder.environment().clear();
    builder.environment().putAll(environment(folder, port, region, functions));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    MiniStack stack =
        new MiniStack(builder.start(), URI.create("http://127.0.0.1:" + port), pidFile);
    pidFile.write(stack.process.toHandle());
    stack.awaitReady(log);
    return stack;
  }

  /** Ends the one that a stack has left that was itself killed. */
  public static void endLeftOver(Path folder) throws IOException {
    pidFile(folder).running().ifPresent(left -> Ended.gently(left, PATIENCE));
  }

  private static PidFile pidFile(Path folder) {
    return new PidFile(folder.resolve("ministack.pid"));
  }

  private static Map<String, String> environment(
      Path folder, int port, String region, Map<String, URI> functions) {
    Map<String, String> variables = new TreeMap<>();
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    variables.put("HOME", folder.resolve("tmp").toString());
    variables.put("TMPDIR", folder.resolve("tmp").toString());
    variables.put("BIND_HOST", "127.0.0.1");
    variables.put("GATEWAY_PORT", Integer.toString(port));
    variables.put("MINISTACK_REGION", region);
    variables.put("AUTH", "true");
    variables.put("IOT_MTLS_ENABLED", "0");
    variables.put("SFTP_ENABLED", "0");
    // Without it a Java function "succeeds" without having run.
    variables.put("LAMBDA_STRICT", "1");
    variables.put("PERSIST_STATE", "1");
    variables.put("STATE_DIR", folder.resolve("state").toString());
    functions.forEach((name, uri) -> variables.put("MINISTACK_LAMBDA_PROXY_" + name, uri + ""));
    return variables;
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    Instant latest = Instant.now().plus(PATIENCE);
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!ready(client)) {
        if (process.waitFor(50, TimeUnit.MILLISECONDS) || Instant.now().isAfter(latest)) {
          close();
          throw new StackFailure("MiniStack does not start:\n" + Ended.words(log));
        }
      }
    }
  }

  private boolean ready(HttpClient client) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/_ministack/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  /** Stops it in the way that keeps its state. */
  @Override
  public void close() throws IOException {
    Ended.gently(process.toHandle(), PATIENCE);
    pidFile.delete();
  }
}
