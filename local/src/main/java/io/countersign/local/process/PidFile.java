package io.countersign.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Remembers a process by number and start, so that a number used again is not taken for it. */
public record PidFile(Path file) {
  public void write(ProcessHandle process) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, process.pid() + " " + started(process) + "\n");
  }

  /** The process, if it still runs. */
  public Optional<ProcessHandle> running() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String text = Files.readString(file).strip();
    String pid = text.replaceFirst(" .*", "");
    return ProcessHandle.of(Long.parseLong(pid))
        .filter(process -> text.equals(pid + " " + started(process)));
  }

  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
