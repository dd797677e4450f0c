package io.countersign.local.browser;

import io.countersign.local.process.AtExit;
import io.countersign.local.process.Ended;
import io.countersign.local.process.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window. */
public final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final AtExit atExit;
  private final DevTools tools;

  private Chromium(Process process, AtExit atExit, DevTools tools) {
    this.process = process;
    this.atExit = atExit;
    this.tools = tools;
  }

  /**
   * Starts it.
   *
   * @param folder for its profile, which remembers nothing of what its tabs do, and its log
   */
  public static Chromium start(Path program, Path folder) throws IOException, InterruptedException {
    Path profile = Files.createDirectories(folder.resolve("chromium"));
    Path port = profile.resolve("DevToolsActivePort");
    Files.deleteIfExists(port);
    Path log = folder.resolve("chromium.log");
    ProcessBuilder builder = new ProcessBuilder(command(program, profile));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    AtExit atExit = AtExit.run(() -> all(process).forEach(ProcessHandle::destroy));
    return new Chromium(process, atExit, new DevTools(address(process, port, log)));
  }

  /** It shows this machine's own pages only, so it runs as any user, without a sandbox. */
  private static List<String> command(Path program, Path profile) {
    return List.of(
        program.toString(),
        "--headless=new",
        "--remote-debugging-port=0",
        "--user-data-dir=" + profile.toAbsolutePath(),
        "--no-sandbox",
        "--no-first-run",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "about:blank");
  }

  private static URI address(Process process, Path port, Path log)
      throws IOException, InterruptedException {
    Instant latest = Instant.now().plus(PATIENCE);
    while (true) {
      List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
      if (lines.size() == 2) {
        return URI.create("ws://127.0.0.1:" + lines.getFirst() + lines.getLast());
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS) || Instant.now().isAfter(latest)) {
        process.destroyForcibly();
        throw new StackFailure("Chromium does not start:\n" + Ended.words(log));
      }
    }
  }

  /** A person's tab: it shares nothing with any other. */
  public Tab open(Window window) {
    String context =
        tools.call("Target.createBrowserContext", Map.of()).at("/result/browserContextId").asText();
    String target =
        tools
            .call("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
            .at("/result/targetId")
            .asText();
    String session =
        tools
            .call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .at("/result/sessionId")
            .asText();
    Tab tab = new Tab(tools, context, session);
    tools.call(session, "Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    tab.turnTo(window);
    return tab;
  }

  /** With what it started: the program may be a script that waits for the browser. */
  private static List<ProcessHandle> all(Process process) {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  @Override
  public void close() {
    tools.close();
    all(process).forEach(each -> Ended.gently(each, PATIENCE));
    atExit.close();
  }
}
