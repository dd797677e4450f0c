package io.countersign.channel;

import io.countersign.project.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a channel besides its rules.
 *
 * @param seen of the trial
 */
public record Condition(@Nullable Health health, @Nullable Trial trial, @Nullable Seen seen) {
  /** Of a channel that was never used. */
  public static final Condition NEW = new Condition(null, null, null);

  /** Without what was known of the channel as it was before somebody edited it. */
  public Condition of(Channel channel) {
    Trial now = trial != null && trial.version() == channel.version() ? trial : null;
    return new Condition(
        health != null && health.version() == channel.version() ? health : null,
        now,
        now != null && seen != null && seen.trial().equals(now.at()) ? seen : null);
  }
}
