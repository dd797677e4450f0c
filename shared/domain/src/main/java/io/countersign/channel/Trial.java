package io.countersign.channel;

import io.countersign.directory.ActorId;
import io.countersign.project.ChannelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last test message of a channel.
 *
 * @param version of the channel that it was asked for
 * @param by who asked for it
 * @param at when
 * @param reason why it failed or still waits, or null
 */
public record Trial(
    ChannelId channel,
    long version,
    ActorId by,
    Instant at,
    Status status,
    @Nullable String reason) {
  /** How far it came. */
  public enum Status {
    QUEUED,
    SENT,
    FAILED
  }

  /** Asked for, and not sent yet. */
  public static Trial asked(ChannelId channel, long version, ActorId by, Instant at) {
    return new Trial(channel, version, by, at, Status.QUEUED, null);
  }

  public Trial sent() {
    return new Trial(channel, version, by, at, Status.SENT, null);
  }

  public Trial failed(String why) {
    return new Trial(channel, version, by, at, Status.FAILED, why);
  }

  /** Not sent yet, for this reason. */
  public Trial waiting(String why) {
    return new Trial(channel, version, by, at, Status.QUEUED, why);
  }
}
