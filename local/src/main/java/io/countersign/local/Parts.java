package io.countersign.local;

import io.countersign.local.process.AtExit;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was started, ended in the opposite order, each whatever happens to the others; also when
 * this process is asked to end.
 */
final class Parts implements AutoCloseable {
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final AtExit atExit = AtExit.run(this::end);

  synchronized <T extends AutoCloseable> T add(T part) {
    started.push(part);
    return part;
  }

  @Override
  public void close() {
    end();
    atExit.close();
  }

  private synchronized void end() {
    RuntimeException failure = new IllegalStateException("the stack did not stop cleanly");
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
