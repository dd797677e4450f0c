package io.countersign.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import io.countersign.local.process.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs functions as Lambda does: an invocation is a POST of the event to {@link #address}; an error
 * of the function is status 500 with Lambda's error JSON.
 */
public final class Functions implements AutoCloseable {
  private final LoopbackServer server;
  private final RuntimeApi runtimeApi = new RuntimeApi();
  private final RuntimeClient client;
  private final Path logs;
  private final CompletableFuture<Map<String, FunctionPool>> pools = new CompletableFuture<>();
  private final CompletableFuture<ProcessStarter> starter = new CompletableFuture<>();

  private Functions(RuntimeClient client, Path logs) throws IOException {
    this.client = client;
    this.logs = logs;
    server = LoopbackServer.listen(0, this::handle);
  }

  /** Listens on a free port of 127.0.0.1; calls wait until {@link #serve}. */
  public static Functions listen(Path folder) throws IOException {
    return listen(folder, RuntimeClient.forThisSystem(folder.resolve("runtime")));
  }

  static Functions listen(Path folder, RuntimeClient client) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    return new Functions(client, Files.createDirectories(folder.resolve("logs")));
  }

  /** Where the function of that name is invoked. */
  public URI address(String functionName) {
    return URI.create("http://" + host() + "/invoke/" + functionName);
  }

  private String host() {
    return server.address().getAuthority();
  }

  /**
   * From now on these functions run, reaching AWS at the endpoints.
   *
   * @param redelivery is given the event of each call that {@link #killOnNextCall} has ended
   */
  public void serve(
      Collection<FunctionSettings> functions,
      RoleSession.Source roles,
      Endpoints endpoints,
      String region,
      Consumer<String> redelivery) {
    ProcessStarter processes =
        new ProcessStarter(client, runtimeApi, host(), logs, roles, endpoints, region);
    starter.complete(processes);
    pools.complete(
        functions.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    FunctionSettings::name, f -> new FunctionPool(f, processes, redelivery))));
  }

  /** From now on these of the functions run as they are deployed again. */
  public void update(Collection<FunctionSettings> functions) {
    functions.forEach(each -> pool(each.name()).become(each));
  }

  /**
   * Ends the process of the function's next call after AWS has carried out that many requests of
   * it, before the process learns so; at its answer if it makes fewer.
   */
  public void killOnNextCall(String functionName, int requests) {
    killOnNextCall(functionName, requests, "");
  }

  /**
   * The same, after that many requests of one operation, as {@code PutSecretValue}: of the first
   * call that makes so many.
   */
  public void killOnNextCall(String functionName, int requests, String operation) {
    pool(functionName).next(new Fault.Killed(requests, operation));
  }

  /** Lets the function's next call find AWS unreachable. */
  public void cutOffNextCall(String functionName) {
    pool(functionName).next(new Fault.CutOff());
  }

  /** How many of the function's processes were ended by {@link #killOnNextCall}. */
  public int killed(String functionName) {
    return pool(functionName).killed();
  }

  private FunctionPool pool(String functionName) {
    FunctionPool pool = pools.join().get(functionName);
    if (pool == null) {
      throw new IllegalArgumentException("no such function: " + functionName);
    }
    return pool;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      if (exchange.getRequestURI().getPath().startsWith("/invoke/")) {
        invoke(exchange);
      } else {
        runtimeApi.handle(exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private void invoke(HttpExchange exchange) throws IOException, InterruptedException {
    String name = exchange.getRequestURI().getPath().substring("/invoke/".length());
    FunctionPool pool = pools.join().get(name);
    if (pool == null) {
      Http.answer(exchange, 404, "");
      return;
    }
    switch (outcome(pool, Invocation.from(exchange, pool.function()))) {
      case Outcome.Answered(String body) -> Http.answer(exchange, 200, body);
      case Outcome.Failed(String error) -> {
        note(name, error);
        Http.answer(exchange, 500, error);
      }
    }
  }

  private static Outcome outcome(FunctionPool pool, Invocation call)
      throws IOException, InterruptedException {
    try {
      return pool.invoke(call);
    } catch (RuntimeException e) {
      return Outcome.failed("Runtime.StartError", e.toString());
    }
  }

  /** Errors stand in the function's log, where Lambda's platform would put them. */
  private void note(String functionName, String error) throws IOException {
    String line = error.replace('\n', ' ') + "\n";
    Files.writeString(
        logs.resolve(functionName + ".log"),
        line,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Override
  public void close() {
    if (starter.isDone()) {
      starter.join().close();
    }
    server.close();
  }
}
