package io.countersign.channel;

import io.countersign.project.ChannelId;
import io.countersign.revision.RequestId;

/**
 * The one message of a request in a channel, which is edited as the request moves on.
 *
 * @param conversation where it is
 * @param message the chat's own name for it
 * @param shows the version of the request's state that it shows
 */
public record Root(
    RequestId request, ChannelId channel, String conversation, String message, long shows) {
  /** The same, showing a newer state. */
  public Root showing(long version) {
    return new Root(request, channel, conversation, message, version);
  }
}
