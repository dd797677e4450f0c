package io.countersign.channel;

import io.countersign.project.Channel;
import io.countersign.project.ChannelId;
import io.countersign.revision.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of telling one channel of one event.
 *
 * @param event the event's word, for example {@code Submitted}
 * @param sequence the event's number in the request
 * @param messageId the chat's own name for the message, or null where it gives none
 * @param reason why it failed or still waits, or what is not known of it; or null
 * @param at when it came to this
 */
public record Posting(
    RequestId request,
    long sequence,
    String event,
    ChannelId channel,
    Channel.Kind kind,
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

  /** About to be posted. */
  public static Posting queued(
      RequestId request, long sequence, String event, Channel channel, Instant at) {
    return new Posting(
        request, sequence, event, channel.id(), channel.kind(), Status.QUEUED, null, null, at);
  }

  /**
   * It is there.
   *
   * @param doubt what is not known of it, or null
   */
  public Posting sent(@Nullable String id, @Nullable String doubt, Instant when) {
    return now(Status.SENT, id, doubt, when);
  }

  public Posting failed(String why, Instant when) {
    return now(Status.FAILED, null, why, when);
  }

  /** Not there yet, for this reason; to be tried again. */
  public Posting waiting(String why, Instant when) {
    return now(Status.QUEUED, null, why, when);
  }

  private Posting now(Status next, @Nullable String id, @Nullable String why, Instant when) {
    return new Posting(request, sequence, event, channel, kind, next, id, why, when);
  }
}
