package io.countersign.local.mail;

import com.sun.net.httpserver.HttpExchange;
import io.countersign.local.process.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page with the sent mails, each as a mail program would show it. */
public final class MailPage implements AutoCloseable {
  /** The mail's own HTML: no script, nothing fetched; links open in a window of their own. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups"
          + " allow-popups-to-escape-sandbox";

  private static final String LIST_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";

  private final LoopbackServer server;
  private final Mails mails;

  private MailPage(Mails mails, int port) throws IOException {
    this.mails = mails;
    server = LoopbackServer.listen(port, this::handle);
  }

  public static MailPage serve(Mails mails, int port) throws IOException {
    return new MailPage(mails, port);
  }

  public URI address() {
    return server.address().resolve("/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    List<SentMail> sent = mails.sent();
    if (path.equals("/")) {
      answer(exchange, 200, LIST_POLICY, MailHtml.list(sent));
      return;
    }
    String html =
        sent.stream()
            .filter(mail -> path.equals("/mails/" + mail.id()))
            .map(SentMail::html)
            .findFirst()
            .orElse("");
    answer(exchange, html.isEmpty() ? 404 : 200, MAIL_POLICY, "<base target=\"_blank\">" + html);
  }

  private static void answer(HttpExchange exchange, int status, String policy, String html)
      throws IOException {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.close();
  }
}
