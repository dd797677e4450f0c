package io.countersign.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of stacks that last as long as a process; those of earlier processes are removed. */
final class RunFolder {
  private static final String OWN = ProcessHandle.current().pid() + "-";

  private RunFolder() {}

  static Path fresh(Path runs) throws IOException {
    Files.createDirectories(runs);
    try (Stream<Path> old = Files.list(runs)) {
      for (Path folder : old.filter(RunFolder::left).toList()) {
        remove(folder);
      }
    }
    return Files.createTempDirectory(runs, OWN);
  }

  /** Another process may be about to remove it too: who has renamed it does. */
  private static void remove(Path folder) throws IOException {
    Path claimed = folder.resolveSibling(OWN + folder.getFileName());
    try {
      Files.move(folder, claimed);
    } catch (NoSuchFileException _) {
      return;
    }
    delete(claimed);
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
