package io.countersign.local;

import io.countersign.local.CommandLine.Command;
import io.countersign.local.CommandLine.Flag;
import io.countersign.local.process.StackFailure;
import io.countersign.local.story.Stage;
import io.countersign.local.story.StepFailed;
import io.countersign.local.story.Steps;
import io.countersign.local.story.Story;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code ./dev up} and {@code ./dev demo}. */
public final class Main {
  private Main() {}

  /** Ends with status 1 when something is missing or the story does not come out. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      run(CommandLine.of(List.of(arguments)));
    } catch (StackFailure | StepFailed e) {
      System.out.flush();
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(CommandLine line) throws IOException, InterruptedException {
    try (LocalStack stack = LocalStack.start(options(line))) {
      switch (line.command()) {
        case UP -> set(stack, line);
        case DEMO -> tell(stack, line);
      }
      if (!line.says(Flag.ONCE)) {
        Welcome.lines(stack).forEach(System.out::println);
        new CountDownLatch(1).await();
      }
    }
  }

  private static void set(LocalStack stack, CommandLine line)
      throws IOException, InterruptedException {
    if (stack.state() == Options.State.DROPPED && !line.says(Flag.EMPTY)) {
      System.out.println("Making people, rules and requests to look at (none with --empty)");
      new Stage(stack).set();
    }
  }

  private static void tell(LocalStack stack, CommandLine line) {
    line.kill().forEach(stack::killOnNextCall);
    new Story(stack, new Steps(System.out)).tell(line.kill());
  }

  private static Options options(CommandLine line) throws IOException {
    if (line.says(Flag.ONCE)) {
      return Options.forOnce(Options.Audience.PEOPLE, System.out::println);
    }
    String given = System.getenv().getOrDefault("AWS_ENDPOINT_URL", "");
    Aws aws = given.isEmpty() ? new Aws.Own(line.port()) : new Aws.Foreign(URI.create(given));
    Options.State state =
        line.command() == Command.DEMO || line.says(Flag.FRESH)
            ? Options.State.DROPPED
            : Options.State.KEPT;
    return Options.forPeople(state, aws, line.port() + 1, System.out::println);
  }
}
