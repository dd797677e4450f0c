package io.countersign.bench;

import io.countersign.local.deploy.TaskRoot;
import io.countersign.local.lambda.Endpoints;
import io.countersign.local.lambda.FunctionSettings;
import io.countersign.local.lambda.Functions;
import io.countersign.local.lambda.RoleSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Starts a function from its artifact for one call. */
record ColdStart(FunctionSettings function) {
  private static final Path FOLDER = Path.of("bench/target/cold");
  private static final RoleSession SESSION =
      new RoleSession("test", "test", "test", Instant.MAX.minus(Duration.ofDays(1)));

  static ColdStart of(String artifact, String handler) throws IOException {
    return new ColdStart(
        new FunctionSettings(
            "cold",
            handler.contains("::") ? handler : handler + "::handleRequest",
            "arn:aws:iam::123456789012:role/bench",
            Duration.ofSeconds(30),
            1024,
            Map.of("TABLE", Scene.TABLE),
            TaskRoot.unpacked(Path.of(artifact), FOLDER.resolve("roots"))));
  }

  /** From the start of the process to the answer, in nanoseconds. */
  long run(URI endpoint, String event) throws IOException, InterruptedException {
    try (Functions functions = Functions.listen(FOLDER);
        HttpClient http = HttpClient.newHttpClient()) {
      functions.serve(
          List.of(function),
          (role, name) -> SESSION,
          Endpoints.all(endpoint),
          "eu-central-1",
          lost -> {});
      HttpRequest call =
          HttpRequest.newBuilder(functions.address(function.name()))
              .POST(HttpRequest.BodyPublishers.ofString(event))
              .build();
      long begin = System.nanoTime();
      HttpResponse<String> answer = http.send(call, HttpResponse.BodyHandlers.ofString());
      long duration = System.nanoTime() - begin;
      if (!answer.body().contains("\"statusCode\":200")) {
        throw new IllegalStateException(function.handler() + " answered " + answer.body());
      }
      return duration;
    }
  }
}
