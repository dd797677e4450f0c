package io.countersign.local.lambda;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** The processes of one function: started when called, kept warm, a few at a time. */
final class FunctionPool {
  /**
   * Processes of one function at a time; further calls wait, which Lambda's own limit would not.
   */
  private static final int CONCURRENCY = 4;

  /** Lambda's limit of the init phase; what takes longer is done again within the first call. */
  private static final Duration INIT_LIMIT = Duration.ofSeconds(10);

  /** A port that nothing listens on. */
  private static final Endpoints NOWHERE = Endpoints.all(URI.create("http://127.0.0.1:1"));

  private volatile FunctionSettings function;
  private final ProcessStarter starter;
  private final Consumer<String> redelivery;
  private final Deque<FunctionProcess> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore slots = new Semaphore(CONCURRENCY, true);
  private final AtomicReference<Fault> fault = new AtomicReference<>(new Fault.None());
  private final AtomicInteger killed = new AtomicInteger();

  FunctionPool(FunctionSettings function, ProcessStarter starter, Consumer<String> redelivery) {
    this.function = function;
    this.starter = starter;
    this.redelivery = redelivery;
  }

  FunctionSettings function() {
    return function;
  }

  /** Calls from now on run with these settings; a process with other ones takes no more of them. */
  void become(FunctionSettings next) {
    if (!next.equals(function)) {
      function = next;
      for (FunctionProcess old = idle.pollFirst(); old != null; old = idle.pollFirst()) {
        old.kill();
      }
    }
  }

  Outcome invoke(Invocation call) throws InterruptedException, IOException {
    long patience = call.left(Instant.now()).toMillis();
    if (!slots.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
      return Outcome.timedOut(call.requestId(), function.timeout());
    }
    try {
      return switch (fault.getAndUpdate(Fault::next)) {
        case Fault.None none -> run(call);
        case Fault.Killed fatal -> runAndKill(call, fatal);
        case Fault.CutOff cutOff -> runCutOff(call);
      };
    } finally {
      slots.release();
    }
  }

  private Outcome run(Invocation call) throws InterruptedException, IOException {
    FunctionSettings settings = function;
    FunctionProcess process = warm().orElseGet(() -> starter.start(settings));
    Outcome outcome = process.run(call, initLimit(), settings.timeout(), () -> {});
    if (!settings.equals(function)) {
      process.kill();
    } else if (process.usableAt(Instant.now())) {
      idle.addFirst(process);
    }
    return outcome;
  }

  private Duration initLimit() {
    return function.timeout().compareTo(INIT_LIMIT) > 0 ? function.timeout() : INIT_LIMIT;
  }

  private Optional<FunctionProcess> warm() {
    for (FunctionProcess next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
      if (next.usableAt(Instant.now())) {
        return Optional.of(next);
      }
      next.kill();
    }
    return Optional.empty();
  }

  private Outcome runAndKill(Invocation call, Fault.Killed fatal)
      throws InterruptedException, IOException {
    try (KillSwitch trap = KillSwitch.before(starter.endpoints().aws())) {
      FunctionProcess process = starter.start(function, starter.endpoints().at(trap.address()));
      Outcome outcome =
          process.run(call, initLimit(), function.timeout(), () -> trap.springs(fatal, process));
      process.kill();
      process.awaitEnd();
      if (fatal.waits() && !trap.sprung()) {
        return outcome;
      }
      fault.compareAndSet(fatal, new Fault.None());
      killed.incrementAndGet();
      redelivery.accept(call.event());
      return Outcome.exited(call.requestId(), 137);
    }
  }

  private Outcome runCutOff(Invocation call) throws InterruptedException {
    FunctionProcess process = starter.start(function, NOWHERE);
    try {
      return process.run(call, initLimit(), function.timeout(), () -> {});
    } finally {
      process.kill();
    }
  }

  void next(Fault next) {
    fault.set(next);
  }

  int killed() {
    return killed.get();
  }
}
