package io.countersign.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How a stack is started.
 *
 * @param folder for state, logs and unpacked functions
 * @param audience who uses it
 * @param mailPort of the page with the sent mails (0: any free one)
 * @param progress is told what is going on, line by line
 */
public record Options(
    Path root,
    Path folder,
    State state,
    Audience audience,
    Aws aws,
    int mailPort,
    Consumer<String> progress) {
  /** Port of the stack that people use; the next one has the mail page. */
  public static final int PORT = 4600;

  /** What becomes of the state that an earlier stack has left in the folder. */
  public enum State {
    KEPT,
    DROPPED
  }

  /** Who uses it. */
  public enum Audience {
    /** People: of each mail it is said what became of it, and addresses work everywhere. */
    PEOPLE,
    /** Tests, which say of mails what they want, with a browser that resolves names itself. */
    TESTS
  }

  /** The stack that people use: a folder of its own that survives. */
  static Options forPeople(State state, Aws aws, int mailPort, Consumer<String> progress) {
    Checkout checkout = Checkout.around(Path.of(""));
    return new Options(
        checkout.root(), checkout.local(), state, Audience.PEOPLE, aws, mailPort, progress);
  }

  /** Port of the dashboard where its name does not resolve: the one after the mail page's. */
  int plainPort() {
    return mailPort == 0 ? 0 : mailPort + 1;
  }

  /** A stack for as long as this process lasts: free ports, nothing kept but the logs. */
  public static Options forOnce(Audience audience, Consumer<String> progress) throws IOException {
    Checkout checkout = Checkout.around(Path.of(""));
    Path folder = RunFolder.fresh(checkout.local().resolve("runs"));
    return new Options(
        checkout.root(), folder, State.DROPPED, audience, new Aws.Own(0), 0, progress);
  }
}
