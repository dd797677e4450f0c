package io.countersign.local.process;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on 127.0.0.1, with a thread for each call. */
public final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 100;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Listens.
   *
   * @param port any free one for 0
   */
  public static LoopbackServer listen(int port, HttpHandler handler) throws IOException {
    LoopbackServer loopback =
        new LoopbackServer(
            HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG));
    loopback.server.createContext("/", handler);
    loopback.server.setExecutor(loopback.threads);
    loopback.server.start();
    return loopback;
  }

  /** Without a slash at the end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
