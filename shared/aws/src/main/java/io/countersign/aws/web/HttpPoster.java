package io.countersign.aws.web;

import io.countersign.channel.Poster;
import io.countersign.destination.Reach;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Posts by the HTTP client that the SDK's clients use already. */
public final class HttpPoster implements Poster {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(6);
  private static final int CONNECTIONS = 100;
  private static final int LONGEST = 262_144;
  private static final int PIECE = 8192;

  private final Function<URI, SdkHttpClient> choice;
  private final Duration answer;

  /** With limits that leave a function time for several posts. */
  public HttpPoster() {
    this(CONNECT, ANSWER);
  }

  /** With limits of its own. */
  public HttpPoster(Duration connect, Duration answer) {
    this.answer = answer;
    SdkHttpClient client = client(connect, answer, SystemDefaultDnsResolver.INSTANCE);
    choice = _ -> client;
  }

  /** That reaches no address that a destination may not have, whatever its name leads to. */
  public HttpPoster(Duration connect, Duration answer, Reach reach) {
    this.answer = answer;
    SdkHttpClient open = client(connect, answer, SystemDefaultDnsResolver.INSTANCE);
    SdkHttpClient guarded = client(connect, answer, new GuardedNames());
    choice = address -> reach.excepts(address) ? open : guarded;
  }

  private static SdkHttpClient client(Duration connect, Duration answer, DnsResolver names) {
    return Apache5HttpClient.builder()
        .connectionTimeout(connect)
        .socketTimeout(answer)
        .maxConnections(CONNECTIONS)
        .dnsResolver(names)
        .build();
  }

  @Override
  public Answer post(URI address, Map<String, String> headers, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(address)
            .putHeader("Content-Type", "application/json; charset=utf-8")
            .putHeader("Content-Length", Integer.toString(body.length));
    headers.forEach(request::putHeader);
    try {
      return answer(
          choice
              .apply(address)
              .prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(request.build())
                      .contentStreamProvider(ContentStreamProvider.fromByteArray(body))
                      .build())
              .call());
    } catch (IOException e) {
      // Without the exception, whose message may quote the address.
      String why = e instanceof GuardedNames.Closed ? e.getMessage() : e.getClass().getSimpleName();
      throw new NoAnswer("no answer: " + why);
    }
  }

  private Answer answer(HttpExecuteResponse response) throws IOException {
    SdkHttpResponse head = response.httpResponse();
    String text = "";
    if (response.responseBody().isPresent()) {
      AbortableInputStream body = response.responseBody().get();
      try {
        text = new String(beginning(body), StandardCharsets.UTF_8);
      } finally {
        // Closing it would read on to its end.
        body.abort();
      }
    }
    int after = head.firstMatchingHeader("Retry-After").map(HttpPoster::seconds).orElse(0);
    return new Answer(head.statusCode(), after, text);
  }

  /** However slowly it comes: the limit of the socket is one for each piece. */
  private byte[] beginning(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    long end = System.nanoTime() + answer.toNanos();
    int length = in.read(piece);
    while (length >= 0 && read.size() < LONGEST) {
      if (System.nanoTime() > end) {
        throw new SocketTimeoutException("the answer goes on for too long");
      }
      read.write(piece, 0, Math.min(length, LONGEST - read.size()));
      length = in.read(piece);
    }
    return read.toByteArray();
  }

  /** A date there is as good as nothing. */
  private static int seconds(String header) {
    return header.matches("[0-9]{1,5}") ? Integer.parseInt(header) : 0;
  }
}
