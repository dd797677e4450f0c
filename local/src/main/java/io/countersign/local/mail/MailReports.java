package io.countersign.local.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * What SES publishes of a mail on the default bus, as its mailbox simulator has it: it bounces for
 * good where the address begins with {@code bounce}, arrives and is called unwanted where it begins
 * with {@code complaint}, and just arrives anywhere else.
 */
final class MailReports {
  private static final String ACCOUNT = "000000000000";

  private final String region;
  private final InstantSource clock;

  MailReports(String region, InstantSource clock) {
    this.region = region;
    this.clock = clock;
  }

  /**
   * The envelopes, in their order.
   *
   * @param sent the body of SendEmail
   * @param id what it answered
   */
  List<JsonNode> of(JsonNode sent, String id) {
    String to = sent.at("/Destination/ToAddresses/0").asText();
    if (to.startsWith("bounce")) {
      return List.of(envelope("Email Bounced", "Bounce", "bounce", bounce(to), sent, id));
    }
    JsonNode arrived = envelope("Email Delivered", "Delivery", "delivery", delivery(to), sent, id);
    return to.startsWith("complaint")
        ? List.of(
            arrived,
            envelope("Email Complaint Received", "Complaint", "complaint", complaint(to), sent, id))
        : List.of(arrived);
  }

  private ObjectNode envelope(
      String detailType, String type, String name, ObjectNode what, JsonNode sent, String id) {
    ObjectNode envelope = object();
    envelope.put("version", "0").put("id", UUID.randomUUID().toString());
    envelope.put("detail-type", detailType).put("source", "aws.ses").put("account", ACCOUNT);
    envelope.put("time", now()).put("region", region);
    String set = sent.path("ConfigurationSetName").asText();
    envelope
        .putArray("resources")
        .add("arn:aws:ses:" + region + ":" + ACCOUNT + ":configuration-set/" + set);
    ObjectNode detail = envelope.putObject("detail");
    detail.put("eventType", type).set("mail", mail(sent, id, set));
    detail.set(name, what);
    return envelope;
  }

  private ObjectNode mail(JsonNode sent, String id, String set) {
    ObjectNode mail = object();
    mail.put("timestamp", now()).put("source", sent.path("FromEmailAddress").asText());
    mail.put("sendingAccountId", ACCOUNT).put("messageId", id);
    mail.set("destination", sent.at("/Destination/ToAddresses"));
    ObjectNode tags = mail.putObject("tags");
    tags.putArray("ses:operation").add("SendEmail");
    tags.putArray("ses:configuration-set").add(set);
    for (JsonNode tag : sent.path("EmailTags")) {
      tags.putArray(tag.path("Name").asText()).add(tag.path("Value").asText());
    }
    return mail;
  }

  private ObjectNode delivery(String to) {
    ObjectNode delivery = object();
    delivery.put("timestamp", now()).put("processingTimeMillis", 400);
    delivery.putArray("recipients").add(to);
    delivery.put("smtpResponse", "250 2.6.0 Message received");
    return delivery;
  }

  private ObjectNode bounce(String to) {
    ObjectNode bounce = object();
    bounce.put("feedbackId", UUID.randomUUID().toString()).put("timestamp", now());
    bounce.put("bounceType", "Permanent").put("bounceSubType", "General");
    bounce
        .putArray("bouncedRecipients")
        .addObject()
        .put("emailAddress", to)
        .put("action", "failed")
        .put("status", "5.1.1")
        .put("diagnosticCode", "smtp; 550 5.1.1 user unknown");
    return bounce;
  }

  private ObjectNode complaint(String to) {
    ObjectNode complaint = object();
    complaint.put("feedbackId", UUID.randomUUID().toString()).put("timestamp", now());
    complaint.putArray("complainedRecipients").addObject().put("emailAddress", to);
    complaint.put("complaintFeedbackType", "abuse");
    return complaint;
  }

  private String now() {
    return clock.instant().toString();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
