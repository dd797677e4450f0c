package io.countersign.tests.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of the project. */
public final class Checkout {
  private static final Path ROOT = root();

  private Checkout() {}

  private static Path root() {
    for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.exists(up.resolve("template.yaml"))) {
        return up;
      }
    }
    throw new IllegalStateException("not inside the project");
  }

  /** A place in the project, by its path from the project's root. */
  public static Path at(Path place) {
    return ROOT.resolve(place);
  }

  /** A file's text, by its path from the project's root. */
  public static String text(Path file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files at any depth with that ending, sorted; none where there is no such folder. */
  public static List<Path> files(Path folder, String ending) {
    Path place = ROOT.resolve(folder);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
