package io.countersign.local.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** One execution environment: a process of the runtime client that takes one call at a time. */
final class FunctionProcess {
  private final Process process;
  private final Instant credentialsExpire;
  private final BlockingQueue<Optional<Invocation>> pending = new LinkedBlockingQueue<>();
  private final CompletableFuture<Boolean> initialised = new CompletableFuture<>();

  /** Once the process cannot take a call any more: what that means for the call it has. */
  private final CompletableFuture<Function<Invocation, Outcome>> broken = new CompletableFuture<>();

  /** A killed process may live on for a moment. */
  private volatile boolean killed;

  private volatile CompletableFuture<Outcome> answer = new CompletableFuture<>();

  FunctionProcess(Process process, Instant credentialsExpire) {
    this.process = process;
    this.credentialsExpire = credentialsExpire;
    var _ = process.onExit().thenAccept(this::ended);
  }

  /** Runs one call to its end; a process that overruns a limit is ended. */
  Outcome run(Invocation call, Duration initLimit, Duration timeout, Runnable handingOut)
      throws InterruptedException {
    answer = new CompletableFuture<>();
    Duration limit = initLimit;
    try {
      await(CompletableFuture.anyOf(initialised, broken), limit);
      limit = timeout;
      handingOut.run();
      pending.add(Optional.of(call));
      await(CompletableFuture.anyOf(answer, broken), call.left(Instant.now()));
      return answer.isDone() ? answer.join() : broken.join().apply(call);
    } catch (TimeoutException e) {
      kill();
      return Outcome.timedOut(call.requestId(), limit);
    }
  }

  private static void await(CompletableFuture<?> event, Duration limit)
      throws InterruptedException, TimeoutException {
    try {
      event.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The runtime asks for work; empty when the process has gone meanwhile. */
  Optional<Invocation> next() throws InterruptedException {
    initialised.complete(true);
    return pending.take();
  }

  void answered(Outcome outcome) {
    answer.complete(outcome);
  }

  /** The runtime could not load the function; it ends itself after saying so. */
  void initFailed(String error) {
    broken.complete(call -> new Outcome.Failed(error));
  }

  private void ended(Process gone) {
    broken.complete(call -> Outcome.exited(call.requestId(), gone.exitValue()));
    pending.add(Optional.empty());
  }

  /** Whether it can take another call at that time. */
  boolean usableAt(Instant time) {
    return !killed && !broken.isDone() && process.isAlive() && time.isBefore(credentialsExpire);
  }

  /** Ends the process at once, as Lambda ends a sandbox. */
  void kill() {
    killed = true;
    process.destroyForcibly();
  }

  void awaitEnd() {
    process.onExit().join();
  }
}
