package io.countersign.local.process;

/** Something to do when this process is asked to end, until closed. */
public final class AtExit implements AutoCloseable {
  private final Thread hook;

  private AtExit(Thread hook) {
    this.hook = hook;
  }

  /** Registers it. */
  public static AtExit run(Runnable action) {
    Thread hook = new Thread(action);
    Runtime.getRuntime().addShutdownHook(hook);
    return new AtExit(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The process ends already, and does it.
    }
  }
}
