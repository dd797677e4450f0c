package io.countersign.local.passage;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was answered; headers in their order, of which a name may come more than once. */
public final class Reply {
  private final int status;
  private final List<Map.Entry<String, String>> headers;
  private final byte[] body;

  private Reply(int status, List<Map.Entry<String, String>> headers, byte[] body) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
  }

  /** Reads the answer to a request of HTTP/1.0: it ends where the connection does. */
  static Reply from(InputStream in) throws IOException {
    String[] status = line(in).split(" ", 3);
    if (status.length < 2) {
      throw new IOException("hung up without an answer");
    }
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return new Reply(Integer.parseInt(status[1]), headers, in.readAllBytes());
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  public int status() {
    return status;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Answers so. */
  public void to(HttpExchange exchange) throws IOException {
    for (Map.Entry<String, String> header : headers) {
      if (!Passage.OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        exchange.getResponseHeaders().add(header.getKey(), header.getValue());
      }
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
