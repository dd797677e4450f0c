package io.countersign.local.runtime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A client of Lambda's Runtime API (2018-06-01). */
final class Calls {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String runtime;

  /** At the address that the platform has put into the environment. */
  Calls(String address) {
    runtime = "http://" + address + "/2018-06-01/runtime/";
  }

  /** The next one, however long that takes. */
  Call next() throws IOException, InterruptedException {
    HttpRequest next = HttpRequest.newBuilder(URI.create(runtime + "invocation/next")).build();
    return Call.from(http.send(next, BodyHandlers.ofByteArray()));
  }

  void answered(Call call, byte[] answer) throws IOException, InterruptedException {
    post(
        HttpRequest.newBuilder(URI.create(runtime + "invocation/" + call.requestId() + "/response"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(answer)));
  }

  void failed(Call call, Throwable why) throws IOException, InterruptedException {
    failed("invocation/" + call.requestId() + "/error", why);
  }

  void initFailed(Throwable why) throws IOException, InterruptedException {
    failed("init/error", why);
  }

  private void failed(String place, Throwable why) throws IOException, InterruptedException {
    post(
        HttpRequest.newBuilder(URI.create(runtime + place))
            .header("Lambda-Runtime-Function-Error-Type", why.getClass().getName())
            .POST(HttpRequest.BodyPublishers.ofString(ErrorJson.of(why))));
  }

  private void post(HttpRequest.Builder request) throws IOException, InterruptedException {
    http.send(
        request.header("Content-Type", "application/json").build(), BodyHandlers.discarding());
  }
}
