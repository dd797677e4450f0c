package io.countersign.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of stacks that last as long as a process; those of earlier processes are removed. */
final class RunFolder {
  private RunFolder() {}

  static Path fresh(Path runs) throws IOException {
    Files.createDirectories(runs);
    try (Stream<Path> old = Files.list(runs)) {
      for (Path folder : old.filter(RunFolder::left).toList()) {
        delete(folder);
      }
    }
    return Files.createTempDirectory(runs, ProcessHandle.current().pid() + "-");
  }

  private static boolean left(Path folder) {
    long pid = Long.parseLong(folder.getFileName().toString().replaceFirst("-.*", ""));
    return ProcessHandle.of(pid).isEmpty();
  }

  static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
