package io.countersign.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.countersign.local.api.Answer;
import io.countersign.local.api.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SesTest {
  private final List<String> hosts = new CopyOnWriteArrayList<>();
  private final List<String> queue = new CopyOnWriteArrayList<>();
  private HttpServer emulator;
  private Ses ses;

  @BeforeEach
  void start() throws IOException {
    emulator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    emulator.createContext(
        "/",
        exchange -> {
          hosts.add(exchange.getRequestHeaders().getFirst("Host"));
          String sent =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] body = "{\"MessageId\":\"m-1\"}".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(sent.contains("refused") ? 400 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    emulator.start();
    URI address = URI.create("http://127.0.0.1:" + emulator.getAddress().getPort());
    ses = Ses.before(address, "eu-central-1", queue::add);
  }

  @AfterEach
  void stop() {
    ses.close();
    emulator.stop(0);
  }

  private Answer send(String to) {
    return Api.at(ses.address())
        .post(
            "/v2/email/outbound-emails",
            """
            {"FromEmailAddress":"c@example.com","Destination":{"ToAddresses":["%s"]},
             "ConfigurationSetName":"countersign",
             "EmailTags":[{"Name":"request","Value":"payments-7"},
                          {"Name":"event","Value":"Submitted"},
                          {"Name":"delivery","Value":"1-bob"}]}"""
                .formatted(to));
  }

  private JsonNode report(int number) {
    await().until(() -> queue.size() > number);
    return Api.json(queue.get(number));
  }

  @Test
  void mailIsPassedOnAndReportedAsArrivedWithItsTags() {
    Answer answer = send("bob@example.com");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/MessageId")).isEqualTo("m-1");
    JsonNode report = report(0);
    assertThat(report.path("source").asText()).isEqualTo("aws.ses");
    assertThat(report.path("detail-type").asText()).isEqualTo("Email Delivered");
    assertThat(report.at("/detail/eventType").asText()).isEqualTo("Delivery");
    assertThat(report.at("/detail/mail/messageId").asText()).isEqualTo("m-1");
    assertThat(report.at("/detail/mail/destination/0").asText()).isEqualTo("bob@example.com");
    assertThat(report.at("/detail/mail/tags/request/0").asText()).isEqualTo("payments-7");
    assertThat(report.at("/detail/mail/tags/event/0").asText()).isEqualTo("Submitted");
    assertThat(report.at("/detail/mail/tags/delivery/0").asText()).isEqualTo("1-bob");
    assertThat(report.at("/detail/mail/tags/ses:configuration-set/0").asText())
        .isEqualTo("countersign");
  }

  @Test
  void hostThatWasSignedStaysAsItIs() {
    send("bob@example.com");
    assertThat(hosts).containsExactly(ses.address().getAuthority());
  }

  @Test
  void addressThatBeginsWithBounceBounces() {
    send("bounce+bob@example.com");
    JsonNode report = report(0);
    assertThat(report.path("detail-type").asText()).isEqualTo("Email Bounced");
    assertThat(report.at("/detail/bounce/bounceType").asText()).isEqualTo("Permanent");
    assertThat(report.at("/detail/bounce/bouncedRecipients/0/emailAddress").asText())
        .isEqualTo("bounce+bob@example.com");
  }

  @Test
  void addressThatBeginsWithComplaintComplainsOnceTheMailIsThere() {
    send("complaint@example.com");
    assertThat(report(0).at("/detail/eventType").asText()).isEqualTo("Delivery");
    assertThat(report(1).path("detail-type").asText()).isEqualTo("Email Complaint Received");
    assertThat(report(1).at("/detail/complaint/complaintFeedbackType").asText()).isEqualTo("abuse");
  }

  @Test
  void nothingIsSaidOfWhatIsNoMailOrWasRefused() {
    Api.at(ses.address()).get("/v2/email/account");
    assertThat(send("refused@example.com").status()).isEqualTo(400);
    send("bob@example.com");
    assertThat(report(0).at("/detail/mail/destination/0").asText()).isEqualTo("bob@example.com");
    assertThat(queue).hasSize(1);
  }
}
