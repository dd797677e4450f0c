package io.countersign.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How a stack is started.
 *
 * @param folder for state, logs and unpacked functions
 * @param mailPort of the page with the sent mails (0: any free one)
 * @param progress is told what is going on, line by line
 */
public record Options(Path root, Path folder, Aws aws, int mailPort, Consumer<String> progress) {
  /** Port of the stack that people use; the next one has the mail page. */
  public static final int PORT = 4600;

  /** The stack that people use: fixed ports, state that survives. */
  public static Options forPeople(Aws aws, int mailPort, Consumer<String> progress) {
    Checkout checkout = Checkout.around(Path.of(""));
    return new Options(checkout.root(), checkout.local(), aws, mailPort, progress);
  }

  /** A stack of its own for tests: free ports, nothing kept but the logs. */
  public static Options forTests() throws IOException {
    Checkout checkout = Checkout.around(Path.of(""));
    Path folder = RunFolder.fresh(checkout.local().resolve("runs"));
    return new Options(checkout.root(), folder, new Aws.Own(0), 0, line -> {});
  }

  Options reporting(Consumer<String> listener) {
    return new Options(root, folder, aws, mailPort, listener);
  }

  /** The same without what an earlier run has left. */
  Options fromNothing() throws IOException {
    RunFolder.delete(folder.resolve("state"));
    return this;
  }
}
