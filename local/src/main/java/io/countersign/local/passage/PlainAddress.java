package io.countersign.local.passage;

import com.sun.net.httpserver.HttpExchange;
import io.countersign.local.process.LoopbackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * An address of numbers for what has a name below {@code localhost}, which some systems do not
 * resolve: macOS, and Linux without a resolver of its own.
 */
public final class PlainAddress implements AutoCloseable {
  private final LoopbackServer server;
  private final Passage passage;
  private final String host;

  private PlainAddress(Passage passage, String host, int port) throws IOException {
    this.passage = passage;
    this.host = host;
    server = LoopbackServer.listen(port, this::handle);
  }

  /** Whether it would not be needed for that name. */
  public static boolean resolves(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Listens on that port of 127.0.0.1.
   *
   * @param named what it stands for
   * @param endpoint where that answers
   */
  public static PlainAddress of(URI named, URI endpoint, int port) throws IOException {
    return new PlainAddress(new Passage(endpoint), named.getAuthority(), port);
  }

  /** Without a slash at the end. */
  public URI address() {
    return server.address();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    passage.send(exchange, body, host).to(exchange);
  }

  @Override
  public void close() {
    server.close();
  }
}
