package io.countersign.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Ways to end a process that the stack started, and what it said last. */
public final class Ended {
  private Ended() {}

  /** Asks it to stop, and insists after a while. */
  public static void gently(ProcessHandle process, Duration patience) {
    process.destroy();
    try {
      process.onExit().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
    } catch (CompletionException late) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** The end of a log, for an error's message. */
  public static String words(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
