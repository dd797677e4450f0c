package io.countersign.local.lambda;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a function's process runs: it speaks the Runtime API and calls the handler. */
sealed interface RuntimeClient permits AwsRuntime, OwnRuntime {
  /** AWS's own where it has a native part for this system, that is on Linux; else ours. */
  static RuntimeClient forThisSystem(Path folder) throws IOException {
    return System.getProperty("os.name").startsWith("Linux")
        ? AwsRuntime.unpackedTo(folder)
        : new OwnRuntime();
  }

  /** Class path, main class and whatever else it needs on a command line. */
  List<String> program();

  /** The command line; heap and compiler as Lambda chooses them. */
  default List<String> command(FunctionSettings function) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + function.memoryMegabytes() * 85 / 100 + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Xshare:auto");
    command.addAll(program());
    command.add(function.handler());
    return command;
  }

  /** The folder or archive that the class was loaded from. */
  static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
