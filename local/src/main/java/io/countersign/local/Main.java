package io.countersign.local;

import io.countersign.local.CommandLine.Command;
import io.countersign.local.CommandLine.Flag;
import io.countersign.local.browser.Chromium;
import io.countersign.local.process.StackFailure;
import io.countersign.local.shots.Album;
import io.countersign.local.story.Hands;
import io.countersign.local.story.InBrowser;
import io.countersign.local.story.OverHttp;
import io.countersign.local.story.Stage;
import io.countersign.local.story.StepFailed;
import io.countersign.local.story.Steps;
import io.countersign.local.story.Story;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** {@code ./dev up}, {@code ./dev demo} and {@code ./dev shots}. */
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
        case SHOTS -> shoot(stack, line);
      }
      if (!ends(line)) {
        Welcome.lines(stack).forEach(System.out::println);
        new CountDownLatch(1).await();
      }
    }
  }

  private static boolean ends(CommandLine line) {
    return line.command() == Command.SHOTS || line.says(Flag.ONCE);
  }

  private static void set(LocalStack stack, CommandLine line)
      throws IOException, InterruptedException {
    if (stack.state() == Options.State.DROPPED && !line.says(Flag.EMPTY)) {
      System.out.println("Making people, rules and requests to look at (none with --empty)");
      new Stage(stack).set();
    }
  }

  private static void tell(LocalStack stack, CommandLine line)
      throws IOException, InterruptedException {
    Steps steps = new Steps(System.out);
    if (line.browser().isEmpty()) {
      tell(stack, line, steps, new OverHttp(stack, steps, "no Chromium was found"));
    } else if (!line.kill().isEmpty()) {
      tell(stack, line, steps, new OverHttp(stack, steps, "whoever is cut off tries again"));
    } else {
      try (Chromium chromium = chromium(stack, line)) {
        tell(stack, line, steps, new InBrowser(stack, steps, chromium));
      }
    }
  }

  private static void tell(LocalStack stack, CommandLine line, Steps steps, Hands hands) {
    line.kill().forEach(stack::killOnNextCall);
    new Story(stack, steps, hands).tell(line.kill());
  }

  private static void shoot(LocalStack stack, CommandLine line)
      throws IOException, InterruptedException {
    new Stage(stack).set();
    try (Chromium chromium = chromium(stack, line)) {
      Path folder = Checkout.around(Path.of("")).root().resolve("target/shots");
      new Album(stack, chromium).fill(folder, System.out::println);
    }
  }

  private static Chromium chromium(LocalStack stack, CommandLine line)
      throws IOException, InterruptedException {
    return Chromium.start(Path.of(line.browser()), stack.logs().resolveSibling("tmp"));
  }

  private static Options options(CommandLine line) throws IOException {
    if (ends(line)) {
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
