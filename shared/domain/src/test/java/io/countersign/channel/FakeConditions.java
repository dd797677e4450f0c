package io.countersign.channel;

import io.countersign.project.ChannelId;
import io.countersign.project.ProjectId;
import io.countersign.store.StoreUnavailable;
import java.util.HashMap;
import java.util.Map;

/** How channels are, in memory. */
public final class FakeConditions implements Conditions {
  private final Map<ProjectId, Map<ChannelId, Condition>> known = new HashMap<>();
  private boolean keptFromHealth;

  /** From now on it is not allowed to write how a channel is. */
  public void keepFromHealth() {
    keptFromHealth = true;
  }

  @Override
  public void put(ProjectId project, Health health) {
    if (keptFromHealth) {
      throw new StoreUnavailable(
          "DynamoDB PutItem: AccessDeniedException", new IllegalStateException());
    }
    Condition before = of(project, health.channel());
    put(project, health.channel(), new Condition(health, before.trial(), before.seen()));
  }

  @Override
  public void put(ProjectId project, Trial trial) {
    Condition before = of(project, trial.channel());
    put(project, trial.channel(), new Condition(before.health(), trial, before.seen()));
  }

  @Override
  public void put(ProjectId project, Seen seen) {
    Condition before = of(project, seen.channel());
    put(project, seen.channel(), new Condition(before.health(), before.trial(), seen));
  }

  @Override
  public Map<ChannelId, Condition> of(ProjectId project) {
    return Map.copyOf(known.getOrDefault(project, Map.of()));
  }

  private Condition of(ProjectId project, ChannelId channel) {
    return of(project).getOrDefault(channel, Condition.NEW);
  }

  private void put(ProjectId project, ChannelId channel, Condition condition) {
    known.computeIfAbsent(project, _ -> new HashMap<>()).put(channel, condition);
  }
}
