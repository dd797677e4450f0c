package io.countersign.channel;

import io.countersign.project.ChannelId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel was when it last came to this.
 *
 * @param version of the channel that was used
 * @param broken why nothing can be posted there until somebody mends it, or null where it works
 */
public record Health(ChannelId channel, long version, @Nullable String broken, Instant at) {}
