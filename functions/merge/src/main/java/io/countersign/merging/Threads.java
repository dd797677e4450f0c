package io.countersign.merging;

import io.countersign.merge.Abreast;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Makes calls side by side, each on a thread of its own for as long as it lasts. */
final class Threads implements Abreast {
  @Override
  public <T> List<T> all(List<Supplier<T>> calls) {
    if (calls.size() == 1) {
      return List.of(calls.getFirst().get());
    }
    List<Future<T>> running = new ArrayList<>();
    // Closing waits for all of them.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      calls.forEach(call -> running.add(threads.submit(call::get)));
    }
    return running.stream().map(Threads::result).toList();
  }

  private static <T> T result(Future<T> done) {
    try {
      return done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e);
    }
  }
}
