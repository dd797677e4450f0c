package io.countersign.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the processes of functions, each with its role's own credentials. */
final class ProcessStarter implements AutoCloseable {
  /** A process is replaced this long before its credentials end. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final RuntimeClient client;
  private final RuntimeApi runtimeApi;
  private final String address;
  private final Path logs;
  private final RoleSession.Source roles;
  private final Endpoints endpoints;
  private final String region;
  private final AtomicInteger number = new AtomicInteger();
  private final Queue<FunctionProcess> started = new ConcurrentLinkedQueue<>();

  ProcessStarter(
      RuntimeClient client,
      RuntimeApi runtimeApi,
      String address,
      Path logs,
      RoleSession.Source roles,
      Endpoints endpoints,
      String region) {
    this.client = client;
    this.runtimeApi = runtimeApi;
    this.address = address;
    this.logs = logs;
    this.roles = roles;
    this.endpoints = endpoints;
    this.region = region;
  }

  Endpoints endpoints() {
    return endpoints;
  }

  FunctionProcess start(FunctionSettings function) {
    return start(function, endpoints);
  }

  /** Starts one that reaches AWS there. */
  FunctionProcess start(FunctionSettings function, Endpoints aws) {
    RoleSession session = roles.assume(function.role(), function.name());
    String key = function.name() + "-" + number.incrementAndGet();
    ProcessBuilder builder = new ProcessBuilder(client.command(function));
    builder.directory(function.taskRoot().toFile());
    builder.environment().clear();
    builder
        .environment()
        .putAll(new LambdaEnvironment(region, aws).of(function, session, address + "/" + key));
    File log = log(function);
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      FunctionProcess environment = new FunctionProcess(process, session.expires().minus(MARGIN));
      runtimeApi.serves(key, environment);
      started.add(environment);
      var _ = process.onExit().thenRun(() -> forget(key, environment));
      return environment;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + function.name(), e);
    }
  }

  private void forget(String key, FunctionProcess gone) {
    runtimeApi.forget(key);
    started.remove(gone);
  }

  private File log(FunctionSettings function) {
    return logs.resolve(function.name() + ".log").toFile();
  }

  @Override
  public void close() {
    started.forEach(FunctionProcess::kill);
    started.forEach(FunctionProcess::awaitEnd);
  }
}
