package io.countersign.delivery;

import io.countersign.directory.PersonId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of telling one person of one event over one channel.
 *
 * @param event the event's word, for example {@code Submitted}
 * @param sequence the event's number in the request
 * @param messageId the channel's own name for what was sent, or null before that
 * @param reason why it failed or still waits, or null
 * @param at when it came to this
 */
public record Delivery(
    RequestId request,
    long sequence,
    String event,
    PersonId person,
    Channel channel,
    Status status,
    @Nullable String messageId,
    @Nullable String reason,
    Instant at) {
  /** How far it came. */
  public enum Status {
    QUEUED,
    SENT,
    FAILED
  }

  /** About to be sent. */
  public static Delivery queued(
      RequestId request, long sequence, String event, PersonId person, Instant at) {
    return new Delivery(
        request, sequence, event, person, Channel.MAIL, Status.QUEUED, null, null, at);
  }

  public Delivery sent(String id, Instant when) {
    return new Delivery(request, sequence, event, person, channel, Status.SENT, id, null, when);
  }

  public Delivery failed(String why, Instant when) {
    return new Delivery(request, sequence, event, person, channel, Status.FAILED, null, why, when);
  }

  /** Not sent yet, for this reason; to be tried again. */
  public Delivery waiting(String why, Instant when) {
    return new Delivery(request, sequence, event, person, channel, Status.QUEUED, null, why, when);
  }
}
