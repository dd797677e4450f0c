package io.countersign.local.passage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An address of numbers for what has a name below {@code localhost}, which some systems do not
 * resolve: macOS, and Linux without a resolver of its own.
 */
public final class PlainAddress implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Passage passage;
  private final String host;

  private PlainAddress(HttpServer server, Passage passage, String host) {
    this.server = server;
    this.passage = passage;
    this.host = host;
  }

  /** Whether it would not be needed. */
  public static boolean resolves(URI named) {
    try {
      return InetAddress.getByName(named.getHost()).isLoopbackAddress();
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
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
    PlainAddress plain = new PlainAddress(server, new Passage(endpoint), named.getAuthority());
    server.createContext("/", plain::handle);
    server.setExecutor(plain.threads);
    server.start();
    return plain;
  }

  /** Without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    passage.send(exchange, body, host).to(exchange);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
