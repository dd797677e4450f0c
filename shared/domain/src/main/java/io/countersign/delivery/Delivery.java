package io.countersign.delivery;

import io.countersign.directory.PersonId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of telling one person of one event over one channel.
 *
 * @param messageId the channel's own name for what was sent, or null before that
 * @param reason why it failed, came back or still waits, or null
 * @param at when it came to this
 */
public record Delivery(
    Key key, Status status, @Nullable String messageId, @Nullable String reason, Instant at) {
  /**
   * What there is one delivery of.
   *
   * @param sequence the event's number in the request
   * @param event the event's word, for example {@code Submitted}; a reminder has one of its own
   */
  public record Key(
      RequestId request, long sequence, String event, PersonId person, Channel channel) {}

  /** How far it came. */
  public enum Status {
    QUEUED,
    /** The mail service has taken it. */
    SENT,
    /** The reader's mail server has taken it. */
    DELIVERED,
    /** It came back. */
    BOUNCED,
    /** The reader has called it unwanted; later ones may not be sent any more. */
    COMPLAINED,
    /** It could not be sent. */
    FAILED
  }

  /** About to be sent. */
  public static Delivery queued(
      RequestId request, long sequence, String event, PersonId person, Instant at) {
    return new Delivery(
        new Key(request, sequence, event, person, Channel.MAIL), Status.QUEUED, null, null, at);
  }

  public RequestId request() {
    return key.request();
  }

  public long sequence() {
    return key.sequence();
  }

  public String event() {
    return key.event();
  }

  public PersonId person() {
    return key.person();
  }

  /** Whether the person was not told, for good. */
  public boolean missed() {
    return status == Status.FAILED || status == Status.BOUNCED;
  }

  public Delivery sent(String id, Instant when) {
    return new Delivery(key, Status.SENT, id, null, when);
  }

  public Delivery failed(String why, Instant when) {
    return new Delivery(key, Status.FAILED, null, why, when);
  }

  /** Not sent yet, for this reason; to be tried again. */
  public Delivery waiting(String why, Instant when) {
    return new Delivery(key, Status.QUEUED, null, why, when);
  }

  /**
   * What it is after the mail service's report. Reports come in any order and more than once, also
   * before it was written down that something was sent; the one that says most stays.
   */
  public Delivery after(Report report) {
    boolean underWay = status == Status.QUEUED || status == Status.SENT;
    return switch (report.kind()) {
      case DELAYED -> underWay ? told(Status.SENT, report) : this;
      case DELIVERED -> underWay ? told(Status.DELIVERED, report) : this;
      case RETURNED -> underWay ? told(Status.BOUNCED, report) : this;
      case BOUNCED -> underWay || status == Status.DELIVERED ? told(Status.BOUNCED, report) : this;
      case COMPLAINED -> status == Status.COMPLAINED ? this : told(Status.COMPLAINED, report);
      case REFUSED -> underWay ? told(Status.FAILED, report) : this;
    };
  }

  private Delivery told(Status next, Report report) {
    return new Delivery(key, next, report.messageId(), report.reason(), report.at());
  }
}
