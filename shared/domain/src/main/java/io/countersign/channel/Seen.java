package io.countersign.channel;

import io.countersign.directory.PersonId;
import io.countersign.project.ChannelId;
import java.time.Instant;

/**
 * That somebody saw a test message where it should be.
 *
 * @param trial when that message was asked for
 */
public record Seen(ChannelId channel, Instant trial, PersonId by, Instant at) {}
