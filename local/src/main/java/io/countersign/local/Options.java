package io.countersign.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How a stack is started.
 *
 * @param folder for state, logs and unpacked functions
 * @param reports whether it is said of mails what became of them
 * @param mailPort of the page with the sent mails (0: any free one)
 * @param progress is told what is going on, line by line
 */
public record Options(
    Path root,
    Path folder,
    State state,
    Reports reports,
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

  /** What SES says of a mail once it has taken it. */
  public enum Reports {
    /** That it arrived, came back or is unwanted. */
    MADE,
    /** Nothing: a test says it itself. */
    LEFT_OUT
  }

  /** The stack that people use: a folder of its own that survives. */
  static Options forPeople(State state, Aws aws, int mailPort, Consumer<String> progress) {
    Checkout checkout = Checkout.around(Path.of(""));
    return new Options(
        checkout.root(), checkout.local(), state, Reports.MADE, aws, mailPort, progress);
  }

  /** A stack for as long as this process lasts: free ports, nothing kept but the logs. */
  public static Options forOnce(Reports reports, Consumer<String> progress) throws IOException {
    Checkout checkout = Checkout.around(Path.of(""));
    Path folder = RunFolder.fresh(checkout.local().resolve("runs"));
    return new Options(
        checkout.root(), folder, State.DROPPED, reports, new Aws.Own(0), 0, progress);
  }
}
