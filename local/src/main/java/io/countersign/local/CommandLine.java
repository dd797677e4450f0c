package io.countersign.local;

import io.countersign.local.process.StackFailure;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What {@code ./dev up}, {@code ./dev demo} and {@code ./dev shots} were asked for.
 *
 * @param kill functions whose process is ended in the middle of its first call
 * @param browser a Chromium that {@code ./dev} has found; empty where there is none
 */
record CommandLine(Command command, Set<Flag> flags, List<String> kill, int port, String browser) {
  static final String USAGE =
      """
      Usage: ./dev up [--fresh] [--empty] [--port <port>]
             ./dev demo [--once] [--kill <function>] [--port <port>]
             ./dev shots""";

  /** What is done with the stack. */
  enum Command {
    UP,
    DEMO,
    SHOTS
  }

  /** What else is said of how. */
  enum Flag {
    /** Everything ends after the story. */
    ONCE,
    /** The state that is there is dropped. */
    FRESH,
    /** Nothing is made: there is not even a first admin. */
    EMPTY
  }

  CommandLine {
    flags = Set.copyOf(flags);
    kill = List.copyOf(kill);
  }

  static CommandLine of(List<String> arguments) {
    Iterator<String> words = arguments.iterator();
    Command command =
        switch (next(words)) {
          case "up" -> Command.UP;
          case "demo" -> Command.DEMO;
          case "shots" -> Command.SHOTS;
          default -> throw new StackFailure(USAGE);
        };
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    int port = Options.PORT;
    String browser = "";
    List<String> kill = new ArrayList<>();
    while (words.hasNext()) {
      switch (words.next()) {
        case "--once" -> flags.add(Flag.ONCE);
        case "--fresh" -> flags.add(Flag.FRESH);
        case "--empty" -> flags.add(Flag.EMPTY);
        case "--kill" -> kill.add(next(words));
        case "--browser" -> browser = next(words);
        case "--port" -> port = number(next(words));
        default -> throw new StackFailure(USAGE);
      }
    }
    if (!allowed(command).containsAll(flags) || (command != Command.DEMO && !kill.isEmpty())) {
      throw new StackFailure(USAGE);
    }
    return new CommandLine(command, flags, kill, port, browser);
  }

  boolean says(Flag flag) {
    return flags.contains(flag);
  }

  private static Set<Flag> allowed(Command command) {
    return switch (command) {
      case UP -> Set.of(Flag.FRESH, Flag.EMPTY);
      case DEMO -> Set.of(Flag.ONCE);
      case SHOTS -> Set.of();
    };
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
