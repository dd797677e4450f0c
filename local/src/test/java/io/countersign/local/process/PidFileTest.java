package io.countersign.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  @TempDir Path folder;

  @Test
  void runningProcessIsFound() throws Exception {
    PidFile file = new PidFile(folder.resolve("a/b.pid"));
    assertThat(file.running()).isEmpty();
    file.write(ProcessHandle.current());
    assertThat(file.running()).contains(ProcessHandle.current());
    file.delete();
    assertThat(file.running()).isEmpty();
  }

  @Test
  void numberThatAnotherProcessHasNowIsNotTakenForIt() throws Exception {
    Path file = folder.resolve("b.pid");
    Files.writeString(file, ProcessHandle.current().pid() + " 12345\n");
    assertThat(new PidFile(file).running()).isEmpty();
  }
}
