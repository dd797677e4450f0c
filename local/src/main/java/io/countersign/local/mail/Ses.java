package io.countersign.local.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.countersign.local.passage.Passage;
import io.countersign.local.passage.Reply;
import io.countersign.local.process.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Stands before the emulator's SES, which says nothing of a mail once it has taken it, and says
 * what SES would.
 */
public final class Ses implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LoopbackServer server;
  private final Passage emulator;
  private final MailReports reports;
  private final Consumer<String> queue;

  private Ses(Passage emulator, MailReports reports, Consumer<String> queue) throws IOException {
    this.emulator = emulator;
    this.reports = reports;
    this.queue = queue;
    server = LoopbackServer.listen(0, this::handle);
  }

  /**
   * Listens on any free port.
   *
   * @param queue is given each envelope, as the rule on the default bus would give it to its queue
   */
  public static Ses before(URI emulator, String region, Consumer<String> queue) throws IOException {
    MailReports reports = new MailReports(region, InstantSource.system());
    return new Ses(new Passage(emulator), reports, queue);
  }

  /** Where functions reach it. */
  public URI address() {
    return server.address();
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
    server.close();
  }
}
