package io.countersign.local.passage;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * A way on to another address. Headers stay as they are, the signed ones of AWS's clients and the
 * host among them, which the JDK's own client would not send.
 */
public record Passage(URI to) {
  /** What is about one connection, and not passed on. */
  static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "expect");

  /** Passes a request on. */
  public Reply send(HttpExchange exchange, byte[] body) throws IOException {
    return send(exchange, body, exchange.getRequestHeaders().getFirst("Host"));
  }

  /** Passes a request on as one to that host. */
  public Reply send(HttpExchange exchange, byte[] body, String host) throws IOException {
    try (Socket socket = new Socket(to.getHost(), to.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(head(exchange, body.length, host).getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
      out.flush();
      return Reply.from(new BufferedInputStream(socket.getInputStream()));
    }
  }

  /** In HTTP/1.0, whose answers need no parsing. */
  private static String head(HttpExchange exchange, int length, String host) {
    StringBuilder head = new StringBuilder();
    head.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
    head.append(" HTTP/1.0\r\nHost: ").append(host).append("\r\nConnection: close\r\n");
    head.append("Content-Length: ").append(length).append("\r\n");
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!lower.equals("host") && !OF_THE_CONNECTION.contains(lower)) {
                values.forEach(
                    value -> head.append(name).append(": ").append(value).append("\r\n"));
              }
            });
    return head.append("\r\n").toString();
  }
}
