package io.countersign.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real processes of a runtime behind our Runtime API. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FunctionsContract {
  private Functions functions;
  private HttpServer aws;
  private final List<String> redelivered = new CopyOnWriteArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private Path folder;
  private Path root;
  private final HttpClient client = HttpClient.newHttpClient();

  /** The runtime that the functions run on. */
  abstract RuntimeClient runtime(Path folder) throws IOException;

  @BeforeAll
  void start(@TempDir Path place) throws IOException, URISyntaxException {
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    aws.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          Http.answer(exchange, 200, "1");
        });
    aws.start();
    folder = place;
    root = Path.of(ProbeHandler.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String handler = ProbeHandler.class.getName() + "::handleRequest";
    functions = Functions.listen(folder, runtime(folder.resolve("runtime")));
    functions.serve(
        List.of(
            function("probe", handler, Duration.ofSeconds(20), root),
            function("short", handler, Duration.ofSeconds(2), root),
            function("again", handler, Duration.ofSeconds(20), root),
            function("stranger", handler, Duration.ofSeconds(20), root),
            function(
                "broken", "io.countersign.Nowhere::handleRequest", Duration.ofSeconds(20), root)),
        FunctionsContract::session,
        Endpoints.all(URI.create("http://127.0.0.1:" + aws.getAddress().getPort())),
        "eu-central-1",
        redelivered::add);
  }

  private static RoleSession session(String role, String name) {
    if (name.equals("stranger")) {
      throw new IllegalStateException("no such role");
    }
    return new RoleSession("key-of-" + role, "s", "t", Instant.now().plusSeconds(3600));
  }

  private static FunctionSettings function(
      String name, String handler, Duration timeout, Path root) {
    return new FunctionSettings(
        name, handler, "role-of-" + name, timeout, 256, Map.of("TABLE", "t1"), root);
  }

  @AfterAll
  void stop() {
    functions.close();
    aws.stop(0);
  }

  private HttpResponse<String> call(String name, String event)
      throws IOException, InterruptedException {
    return client.send(post(name, event), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest post(String name, String event) {
    return HttpRequest.newBuilder(functions.address(name))
        .header("X-Amzn-Trace-Id", "Root=1-probe")
        .POST(HttpRequest.BodyPublishers.ofString("\"" + event + "\""))
        .build();
  }

  @Test
  void answerOfTheHandlerComesBack() throws Exception {
    HttpResponse<String> answer = call("probe", "hello");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("\"hello\"");
  }

  @Test
  void handlerKnowsItsCall() throws Exception {
    String context = call("probe", "context").body();
    assertThat(context)
        .startsWith("\"arn:aws:lambda:::probe probe $LATEST 256 /aws/lambda/probe local ")
        .contains(" Root=1-probe ");
    assertThat(Integer.parseInt(context.replaceAll(".* |\"", ""))).isBetween(1, 20_000);
  }

  @Test
  void processStaysWarm() throws Exception {
    assertThat(call("probe", "process 0").body()).isEqualTo(call("probe", "process 0").body());
  }

  @Test
  void environmentIsLambdasAndNothingElse() throws Exception {
    assertThat(call("probe", "environment").body())
        .contains("AWS_LAMBDA_FUNCTION_NAME=probe", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256")
        .contains("AWS_ACCESS_KEY_ID=key-of-role-of-probe", "TABLE=t1", "_HANDLER=io.countersign")
        .doesNotContain("HOME=", "JAVA_HOME=", "USER=");
  }

  @Test
  void callsAfterAnUpdateRunWithWhatWasDeployedThen() throws Exception {
    FunctionSettings before =
        function(
            "again",
            ProbeHandler.class.getName() + "::handleRequest",
            Duration.ofSeconds(20),
            root);
    String first = call("again", "process 0").body();
    functions.update(List.of(before));
    assertThat(call("again", "process 0").body()).isEqualTo(first);
    functions.update(
        List.of(
            new FunctionSettings(
                "again",
                before.handler(),
                before.role(),
                before.timeout(),
                before.memoryMegabytes(),
                Map.of("TABLE", "t2"),
                root)));
    assertThat(call("again", "environment").body()).contains("TABLE=t2");
    assertThat(call("again", "process 0").body()).isNotEqualTo(first);
  }

  @Test
  void concurrentCallsHaveProcessesOfTheirOwn() {
    List<CompletableFuture<String>> calls =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    client
                        .sendAsync(
                            post("probe", "process 1500"), HttpResponse.BodyHandlers.ofString())
                        .thenApply(HttpResponse::body))
            .toList();
    assertThat(calls.stream().map(CompletableFuture::join)).doesNotHaveDuplicates();
  }

  @Test
  void errorOfTheHandlerKeepsTypeAndMessage() throws Exception {
    HttpResponse<String> answer = call("probe", "throw");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("java.lang.IllegalStateException", "as asked");
  }

  @Test
  void crashIsAnExitErrorAndTheNextCallHasANewProcess() throws Exception {
    HttpResponse<String> answer = call("probe", "exit");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("Runtime.ExitError", "exit status 3");
    assertThat(call("probe", "again").body()).isEqualTo("\"again\"");
  }

  @Test
  void callThatOverrunsIsEnded() throws Exception {
    HttpResponse<String> answer = call("short", "process 60000");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("Task timed out after 2.00 seconds");
    assertThat(call("short", "again").body()).isEqualTo("\"again\"");
  }

  @Test
  void classThatCannotBeLoadedIsAnInitError() throws Exception {
    HttpResponse<String> answer = call("broken", "hello");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("io.countersign.Nowhere");
  }

  @Test
  void killComesAfterTheRequestIsCarriedOutAndBeforeItIsAnswered() throws Exception {
    functions.killOnNextCall("probe", 2);
    int before = requests.get();
    HttpResponse<String> answer = call("probe", "call 5");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("Runtime.ExitError");
    assertThat(requests.get() - before).isEqualTo(2);
    assertThat(functions.killed("probe")).isPositive();
    assertThat(redelivered).contains("\"call 5\"");
    assertThat(call("probe", "call 3").body()).isEqualTo("\"called 3\"");
  }

  @Test
  void killMayWaitForARequestOfOneOperation() throws Exception {
    functions.killOnNextCall("probe", 1, "Call2");
    int before = requests.get();
    assertThat(call("probe", "call 6").body()).contains("Runtime.ExitError");
    assertThat(requests.get() - before).isEqualTo(3);
  }

  @Test
  void killOfOneOperationWaitsForTheCallThatAsksForIt() throws Exception {
    int killed = functions.killed("probe");
    functions.killOnNextCall("probe", 1, "Call2");
    assertThat(call("probe", "call 1").body()).isEqualTo("\"called 1\"");
    assertThat(functions.killed("probe")).isEqualTo(killed);
    assertThat(call("probe", "call 6").body()).contains("Runtime.ExitError");
    assertThat(call("probe", "call 6").body()).isEqualTo("\"called 6\"");
  }

  @Test
  void killComesAtTheAnswerOfAFunctionThatAsksForLess() throws Exception {
    functions.killOnNextCall("short", 2);
    assertThat(call("short", "call 1").statusCode()).isEqualTo(500);
    assertThat(call("short", "call 1").body()).isEqualTo("\"called 1\"");
  }

  @Test
  void cutOffCallFindsNoAws() throws Exception {
    functions.cutOffNextCall("probe");
    int before = requests.get();
    assertThat(call("probe", "call 1").body()).contains("java.net.ConnectException");
    assertThat(requests.get()).isEqualTo(before);
    assertThat(call("probe", "call 1").body()).isEqualTo("\"called 1\"");
  }

  @Test
  void roleThatCannotBeAssumedIsAnError() throws Exception {
    HttpResponse<String> answer = call("stranger", "hello");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("no such role");
  }

  @Test
  void whatAFunctionPrintsStandsInItsLog() throws Exception {
    String body = call("probe", "to-be-logged").body();
    assertThat(body).isEqualTo("\"to-be-logged\"");
    assertThat(Files.readString(folder.resolve("logs/probe.log")))
        .contains("{\"message\":\"to-be-logged\"}");
  }
}
