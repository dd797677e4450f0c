package io.countersign.channel;

import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
import java.util.Map;

/**
 * What is known of channels besides their rules; no decision rests on it.
 *
 * <p>Every method may throw {@link io.countersign.store.StoreUnavailable}.
 */
public interface Conditions {
  /** Writes it over what was known before. */
  void put(ProjectId project, Health health);

  /** Writes it over the trial before. */
  void put(ProjectId project, Trial trial);

  /** Writes it over what was seen before. */
  void put(ProjectId project, Seen seen);

  /** Of all channels of a project of which something is known. */
  Map<ChannelId, Condition> of(ProjectId project);
}
