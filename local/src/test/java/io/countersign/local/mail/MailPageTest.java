package io.countersign.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.countersign.local.api.Answer;
import io.countersign.local.api.Api;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailPageTest {
  private static final String SENT =
      """
      {"messages": {"000000000000": [
        {"MessageId": "1", "Source": "c@example.com", "To": ["amy@example.com"], "Subject": "<b>first</b>",
         "BodyText": "a & b", "BodyHtml": "<p>First</p>", "Timestamp": 1795750787.114, "Type": "SendEmail"},
        {"MessageId": "2", "Source": "c@example.com", "To": ["bob@example.com"], "Subject": "second",
         "BodyText": "text", "BodyHtml": null, "Timestamp": 1795750788.2, "Type": "SendEmail"}]}}
      """;

  private HttpServer emulator;
  private MailPage page;

  @BeforeEach
  void start() throws Exception {
    emulator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    emulator.createContext(
        "/_ministack/ses/messages",
        exchange -> {
          byte[] body = SENT.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    emulator.start();
    page = MailPage.serve(new Mails(endpoint()), 0);
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + emulator.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    page.close();
    emulator.stop(0);
  }

  @Test
  void latestMailComesFirst() {
    assertThat(new Mails(endpoint()).sent()).extracting(SentMail::id).containsExactly("2", "1");
    assertThat(new Mails(endpoint()).to("amy@example.com"))
        .extracting(SentMail::html)
        .containsExactly("<p>First</p>");
  }

  @Test
  void listEscapesWhatMailsSay() {
    String html = Api.at(page.address()).get("").text("");
    assertThat(html)
        .contains("&lt;b&gt;first&lt;/b&gt;", "a &amp; b", "src=\"/mails/1\"", "No HTML");
    assertThat(html).doesNotContain("<b>first");
  }

  @Test
  void listSaysWhenAMailWasSent() {
    assertThat(Api.at(page.address()).get("").text(""))
        .contains("2026-11-27T03:39:47Z", "2026-11-27T03:39:48Z");
  }

  @Test
  void mailsOwnHtmlIsShownInASandbox() {
    Answer mail = Api.at(page.address()).get("mails/1");
    assertThat(mail.text("")).contains("<p>First</p>");
    assertThat(mail.header("Content-Security-Policy")).contains("sandbox", "default-src 'none'");
    assertThat(Api.at(page.address()).get("mails/3").status()).isEqualTo(404);
  }
}
