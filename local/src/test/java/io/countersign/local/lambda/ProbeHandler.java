package io.countersign.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A function that does what its event, one JSON string, says. */
public final class ProbeHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    String[] words =
        new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\"", "").split(" ", -1);
    String answer =
        switch (words[0]) {
          case "environment" -> environment();
          case "context" -> known(context);
          case "process" -> pause(words[1]) + ProcessHandle.current().pid();
          case "throw" -> throw new IllegalStateException("as asked");
          case "exit" -> exit();
          case "call" -> call(Integer.parseInt(words[1]));
          default -> words[0];
        };
    System.out.println("{\"message\":\"" + words[0] + "\"}");
    out.write(("\"" + answer + "\"").getBytes(StandardCharsets.UTF_8));
  }

  private static String known(Context context) {
    return String.join(
        " ",
        context.getInvokedFunctionArn(),
        context.getFunctionName(),
        context.getFunctionVersion(),
        Integer.toString(context.getMemoryLimitInMB()),
        context.getLogGroupName(),
        context.getLogStreamName(),
        context.getAwsRequestId(),
        System.getProperty("com.amazonaws.xray.traceHeader"),
        Integer.toString(context.getRemainingTimeInMillis()));
  }

  private static String environment() {
    Map<String, String> all = new TreeMap<>(System.getenv());
    return String.join(" ", all.entrySet().stream().map(Object::toString).toList());
  }

  private static String pause(String milliseconds) {
    try {
      boolean never =
          new CountDownLatch(1).await(Long.parseLong(milliseconds), TimeUnit.MILLISECONDS);
      return never ? "never" : "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String exit() {
    Runtime.getRuntime().halt(3);
    return "";
  }

  private static String call(int times) throws IOException {
    URI aws = URI.create(System.getenv("AWS_ENDPOINT_URL"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < times; i++) {
        HttpRequest request =
            HttpRequest.newBuilder(aws).header("X-Amz-Target", "probe.Call" + i).build();
        client.send(request, HttpResponse.BodyHandlers.ofString());
      }
      return "called " + times;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
