package io.countersign.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does independent work on two threads. */
final class Explorer {
  private static final int THREADS = 2;

  private Explorer() {}

  /** Does all of it, prints each result as soon as it is there, and gives them in order. */
  static <T> List<T> all(List<Callable<T>> work) {
    List<Future<T>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Callable<T> each : work) {
        running.add(
            threads.submit(
                () -> {
                  T result = each.call();
                  System.out.println(result);
                  return result;
                }));
      }
    }
    return running.stream().map(Explorer::result).toList();
  }

  private static <T> T result(Future<T> done) {
    try {
      return done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
