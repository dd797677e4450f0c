package io.countersign.local;

import io.countersign.local.process.StackFailure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code ./dev up} and {@code ./dev demo} were asked for.
 *
 * @param once whether everything ends after the story
 * @param kill functions whose process is ended in the middle of its first call
 */
record CommandLine(String command, boolean once, List<String> kill, int port) {
  static final String USAGE =
      "Usage: ./dev up [--port <port>] | ./dev demo [--once] [--kill <function>] [--port <port>]";

  CommandLine {
    kill = List.copyOf(kill);
  }

  static CommandLine of(List<String> arguments) {
    Iterator<String> words = arguments.iterator();
    String command = next(words);
    boolean once = false;
    int port = Options.PORT;
    List<String> kill = new ArrayList<>();
    while (words.hasNext()) {
      switch (words.next()) {
        case "--once" -> once = true;
        case "--kill" -> kill.add(next(words));
        case "--port" -> port = number(next(words));
        default -> throw new StackFailure(USAGE);
      }
    }
    if (!command.equals("demo") && (!command.equals("up") || once || !kill.isEmpty())) {
      throw new StackFailure(USAGE);
    }
    return new CommandLine(command, once, kill, port);
  }

  private static String next(Iterator<String> words) {
    if (!words.hasNext()) {
      throw new StackFailure(USAGE);
    }
    return words.next();
  }

  private static int number(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new StackFailure(USAGE, e);
    }
  }
}
