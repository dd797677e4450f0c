package io.countersign.channel;

import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Where bot tokens and webhooks are kept.
 *
 * <p>Every method may throw {@link io.countersign.vault.VaultUnavailable}.
 */
public interface Credentials {
  /** Keeps one as the channel's newest; the version that it is to be read by. */
  String keep(ProjectId project, ChannelId channel, String credential);

  /** One by its version, or null when it is not there any more. */
  @Nullable String read(ProjectId project, ChannelId channel, String version);
}
