package io.countersign.local.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.local.passage.Passage;
import io.countersign.local.passage.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Stands before the emulator's SES, which says nothing of a mail once it has taken it, and says
 * what SES would.
 */
public final class Ses implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Passage emulator;
  private final MailReports reports;
  private final Consumer<String> queue;

  private Ses(HttpServer server, Passage emulator, MailReports reports, Consumer<String> queue) {
    this.server = server;
    this.emulator = emulator;
    this.reports = reports;
    this.queue = queue;
  }

  /**
   * Listens on any free port.
   *
   * @param queue is given each envelope, as the rule on the default bus would give it to its queue
   */
  public static Ses before(URI emulator, String region, Consumer<String> queue) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    MailReports reports = new MailReports(region, InstantSource.system());
    Ses ses = new Ses(server, new Passage(emulator), reports, queue);
    server.createContext("/", ses::handle);
    server.setExecutor(ses.threads);
    server.start();
    return ses;
  }

  /** Where functions reach it. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean sends = exchange.getRequestURI().getPath().equals("/v2/email/outbound-emails");
    Reply reply = emulator.send(exchange, body);
    reply.to(exchange);
    if (sends && reply.status() == 200) {
      String id = JSON.readTree(reply.text()).path("MessageId").asText();
      for (JsonNode envelope : reports.of(JSON.readTree(body), id)) {
        queue.accept(envelope.toString());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
