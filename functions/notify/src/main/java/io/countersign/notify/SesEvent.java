package io.countersign.notify;

import io.countersign.delivery.Addresses;
import io.countersign.delivery.Channel;
import io.countersign.delivery.Delivery;
import io.countersign.delivery.Report;
import io.countersign.delivery.Report.Kind;
import io.countersign.directory.PersonId;
import io.countersign.edge.http.Events;
import io.countersign.json.Json;
import io.countersign.name.InvalidName;
import io.countersign.revision.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event of SES's event publishing, as it comes over EventBridge; the mail's tags say which
 * delivery it is about.
 */
record SesEvent(Delivery.Key delivery, Report report) {
  /** What it means that SES sends nothing to an address, because of what happened before. */
  private static final String SUPPRESSED = "OnAccountSuppressionList";

  private static final int LONGEST_REASON = 300;

  /** Null when it says nothing new, or is about no mail of a request. */
  static @Nullable SesEvent of(Json.Obj envelope) {
    Json.Obj detail = Events.object(envelope, "detail");
    Json.Obj mail = Events.object(detail, "mail");
    Delivery.Key delivery = delivery(Events.object(mail, "tags"));
    Report report =
        report(
            detail, Events.text(mail, "messageId"), Instant.parse(Events.text(envelope, "time")));
    return delivery == null || report == null ? null : new SesEvent(delivery, report);
  }

  private static Delivery.@Nullable Key delivery(Json.Obj tags) {
    String name = tag(tags, "delivery");
    int dash = name.indexOf('-');
    try {
      return dash < 0
          ? null
          : new Delivery.Key(
              RequestId.parse(tag(tags, "request")),
              Long.parseLong(name.substring(0, dash)),
              Post.word(tag(tags, "event")),
              new PersonId(name.substring(dash + 1)),
              Channel.MAIL);
    } catch (InvalidName | NumberFormatException e) {
      // Somebody else's mail, which has tags by the same names.
      return null;
    }
  }

  private static String tag(Json.Obj tags, String name) {
    List<Json> values = Events.items(tags, name);
    return !values.isEmpty() && values.getFirst() instanceof Json.Str(String value) ? value : "";
  }

  private static @Nullable Report report(Json.Obj detail, String id, Instant at) {
    return switch (Events.text(detail, "eventType")) {
      case "Delivery" -> new Report(Kind.DELIVERED, id, null, at);
      case "Bounce" -> {
        Json.Obj bounce = Events.object(detail, "bounce");
        Kind kind =
            Events.text(bounce, "bounceType").equals("Transient") ? Kind.RETURNED : Kind.BOUNCED;
        yield new Report(
            kind,
            id,
            words(
                Events.text(bounce, "bounceType"),
                Events.text(bounce, "bounceSubType"),
                first(bounce, "bouncedRecipients", "diagnosticCode")),
            at);
      }
      case "Complaint" -> {
        Json.Obj complaint = Events.object(detail, "complaint");
        String sub = Events.text(complaint, "complaintSubType");
        yield new Report(
            sub.equals(SUPPRESSED) ? Kind.BOUNCED : Kind.COMPLAINED,
            id,
            words("Complaint", sub, Events.text(complaint, "complaintFeedbackType")),
            at);
      }
      case "Reject" ->
          new Report(
              Kind.REFUSED,
              id,
              words("Reject", Events.text(Events.object(detail, "reject"), "reason")),
              at);
      case "DeliveryDelay" -> {
        Json.Obj delay = Events.object(detail, "deliveryDelay");
        yield new Report(
            Kind.DELAYED,
            id,
            words(
                "Delayed",
                Events.text(delay, "delayType"),
                first(delay, "delayedRecipients", "diagnosticCode")),
            at);
      }
      default -> null;
    };
  }

  private static String first(Json.Obj parent, String list, String name) {
    List<Json> items = Events.items(parent, list);
    return !items.isEmpty() && items.getFirst() instanceof Json.Obj item
        ? Events.text(item, name)
        : "";
  }

  /** SES's own words, and those of the other mail server, but for addresses, on one line. */
  private static String words(String... parts) {
    String all =
        Stream.of(parts)
            .map(part -> Addresses.hidden(part.replaceAll("[\\p{Cntrl}\\s]+", " ").strip()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    return "SES: " + (all.length() > LONGEST_REASON ? all.substring(0, LONGEST_REASON) : all);
  }
}
