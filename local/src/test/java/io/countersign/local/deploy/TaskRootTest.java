package io.countersign.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.countersign.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskRootTest {
  @TempDir Path folder;

  private Path artifact(String entry, String content) throws IOException {
    Path file = folder.resolve("vote.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void otherContentGoesToAnotherFolder() throws Exception {
    Path first = TaskRoot.unpacked(artifact("lib/a.txt", "1"), folder.resolve("code"));
    Path again = TaskRoot.unpacked(artifact("lib/a.txt", "1"), folder.resolve("code"));
    Path second = TaskRoot.unpacked(artifact("lib/a.txt", "2"), folder.resolve("code"));
    assertThat(again).isEqualTo(first);
    assertThat(second).isNotEqualTo(first);
    assertThat(second.resolve("lib/a.txt")).hasContent("2");
  }

  @Test
  void entryOutsideTheArchiveIsRefused() throws Exception {
    Path artifact = artifact("../../evil", "1");
    assertThatThrownBy(() -> TaskRoot.unpacked(artifact, folder.resolve("code")))
        .isInstanceOf(IOException.class);
    assertThat(folder.resolve("evil")).doesNotExist();
  }

  @Test
  void missingArtifactSaysWhatToRun() {
    assertThatThrownBy(() -> TaskRoot.unpacked(folder.resolve("x.zip"), folder))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("./dev build");
  }
}
