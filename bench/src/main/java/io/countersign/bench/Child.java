package io.countersign.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process with a function's environment, in which real handlers can be made. */
final class Child {
  private Child() {}

  /** The variables that any function has. */
  static Map<String, String> environment(URI dynamodb) {
    return Map.of(
        "TABLE", Scene.TABLE,
        "AWS_REGION", "eu-central-1",
        "AWS_ENDPOINT_URL_DYNAMODB", dynamodb.toString(),
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test",
        "PATH", "/usr/bin:/bin");
  }

  /**
   * Runs a main class of this module, whose first argument is the file for its lines; the
   * functions' own log goes nowhere.
   *
   * @param before a folder to be in front of the class path, or the empty path
   */
  static List<String> run(Class<?> main, Map<String, String> environment, Path before)
      throws IOException, InterruptedException {
    Path lines = Files.createTempFile("bench", ".txt");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.add("-Xmx512m");
      command.add("-XX:+UseSerialGC");
      command.add("-cp");
      command.add(before + File.pathSeparator + System.getProperty("java.class.path"));
      command.add(main.getName());
      command.add(lines.toString());
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().clear();
      builder.environment().putAll(environment);
      builder
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.INHERIT);
      int status = builder.start().waitFor();
      if (status != 0) {
        throw new IllegalStateException(main.getSimpleName() + " ended with " + status);
      }
      return Files.readAllLines(lines);
    } finally {
      Files.delete(lines);
    }
  }
}
