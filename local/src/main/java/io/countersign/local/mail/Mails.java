package io.countersign.local.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The mails that the emulator's SES has taken. */
public record Mails(URI endpoint) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All of them, the latest first. */
  public List<SentMail> sent() {
    List<SentMail> mails = new ArrayList<>();
    for (JsonNode account : read().path("messages")) {
      for (JsonNode mail : account) {
        mails.add(mail(mail));
      }
    }
    return mails.reversed();
  }

  /** Those to one address, the latest first. */
  public List<SentMail> to(String address) {
    return sent().stream().filter(mail -> mail.to().contains(address)).toList();
  }

  private JsonNode read() {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/_ministack/ses/messages")).build();
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static SentMail mail(JsonNode mail) {
    List<String> to = new ArrayList<>();
    mail.path("To").forEach(address -> to.add(address.asText()));
    return new SentMail(
        mail.path("MessageId").asText(),
        mail.path("Source").asText(),
        to,
        mail.path("Subject").asText(),
        mail.path("BodyText").asText(""),
        mail.path("BodyHtml").isTextual() ? mail.path("BodyHtml").asText() : "",
        at(mail.path("Timestamp")));
  }

  /** The emulator counts seconds. */
  private static String at(JsonNode timestamp) {
    return Instant.ofEpochSecond(timestamp.asLong()).toString();
  }
}
