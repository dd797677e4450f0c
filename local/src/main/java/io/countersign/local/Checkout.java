package io.countersign.local;

import io.countersign.local.process.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in the project's folder. */
record Checkout(Path root) {
  /** The folder that holds the template, at or above the one given. */
  static Checkout around(Path folder) {
    for (Path up = folder.toAbsolutePath(); up != null; up = up.getParent()) {
      if (Files.exists(up.resolve("template.yaml")) && Files.exists(up.resolve("dev"))) {
        return new Checkout(up);
      }
    }
    throw new StackFailure("Not inside Countersign's folder: " + folder.toAbsolutePath());
  }

  /** Short names of the functions, one folder each. */
  List<String> functions() throws IOException {
    try (Stream<Path> folders = Files.list(root.resolve("functions"))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  Path artifact(String function) {
    return root.resolve("functions/" + function + "/target/" + function + ".zip");
  }

  /** A program of one of the pinned Python environments that {@code ./dev} sets up. */
  Path tool(String environment, String program) {
    Path file = root.resolve(".tools/" + environment + "/bin/" + program);
    if (!Files.isExecutable(file)) {
      throw new StackFailure("Missing " + file + ": run it through ./dev, which sets it up");
    }
    return file;
  }

  Path local() {
    return root.resolve(".local");
  }
}
